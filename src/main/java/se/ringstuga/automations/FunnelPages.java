package se.ringstuga.automations;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.automations.Funnel.StageView;
import se.ringstuga.http.Language;
import se.ringstuga.http.PageRequest;

/** The new-member clock as a page. */
@Path("/o/{slug}/automations/funnel")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class FunnelPages {

    private static final int WHOLE = 1000;

    @CheckedTemplate(basePath = "AutomationPages")
    static class Templates {
        static native TemplateInstance funnel(FunnelPage page);

        private Templates() {}
    }

    private final Funnel funnel;
    private final PageWords words;
    private final Access access;
    private final Clock clock;

    FunnelPages(Funnel funnel, PageWords words, Access access, Clock clock) {
        this.funnel = funnel;
        this.words = words;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Requires(Permission.AUTOMATIONS_READ)
    @Operation(hidden = true)
    public TemplateInstance show(
            @RestQuery @DefaultValue("") String from,
            @RestQuery @DefaultValue("") String to,
            @BeanParam PageRequest request) {
        var first = ThinkableDay.of(from);
        var last = ThinkableDay.of(to);
        var wrong = wrong(from, first) || wrong(to, last) || !Funnel.fits(first, last, today());
        return Templates.funnel(
                wrong
                        ? page(Optional.empty(), Optional.empty(), request)
                                .mistyped(from, to, words.say().periodWrong())
                        : page(first, last, request));
    }

    private static boolean wrong(String typed, Optional<LocalDate> read) {
        return !typed.isBlank() && read.isEmpty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), access.zone());
    }

    private FunnelPage page(Optional<LocalDate> first, Optional<LocalDate> last, PageRequest request) {
        var time = words.time(access.zone());
        var found = funnel.of(first.orElse(null), last.orElse(null));
        var late = funnel.late(first.orElse(null), last.orElse(null), request);
        var stages = new ArrayList<Bar>();
        stages.add(new Bar(found.joined(), words.say().joined(), found.joined() == 0 ? 0 : WHOLE, null));
        found.stages().forEach(stage -> stages.add(bar(stage, found.joined())));
        var base = "/o/" + access.slug() + "/automations/funnel?from=" + found.from() + "&to=" + found.to();
        return new FunnelPage(
                access.slug(),
                words.say().funnelLead(time.day(found.from()), time.day(found.to())),
                found.from().toString(),
                found.to().toString(),
                null,
                stages,
                late.items().stream().map(this::late).toList(),
                late.next() == null ? null : base + "&cursor=" + late.next());
    }

    private Bar bar(StageView stage, long joined) {
        var median = stage.medianDays();
        return new Bar(
                stage.people(),
                said(stage),
                joined == 0 ? 0 : stage.people() * WHOLE / joined,
                median == null ? null : words.say().median(decimal(median.toPlainString())));
    }

    private String decimal(String number) {
        return words.language() == Language.SWEDISH ? number.replace('.', ',') : number;
    }

    private String said(StageView stage) {
        var say = words.say();
        return switch (stage.stage()) {
            case WELCOMED -> say.welcomed();
            case CALLED -> say.called();
            case REACHED -> say.reached();
            case ANSWERED -> say.answered();
            case SIGNED_UP -> say.signedUp();
            case ATTENDED -> say.attended();
        };
    }

    private Waiting late(Funnel.Late late) {
        return new Waiting(
                late.personId(),
                (late.givenName() + " " + late.familyName()).strip(),
                words.say().memberFor(late.days()));
    }

    /**
     * What the page shows.
     *
     * @param from and {@code to}: the days of joining, both included, as they stand in their fields
     */
    record FunnelPage(
            String slug,
            String lead,
            String from,
            String to,
            @Nullable String wrong,
            List<Bar> stages,
            List<Waiting> late,
            @Nullable String next) {

        FunnelPage mistyped(String typedFrom, String typedTo, String why) {
            return new FunnelPage(slug, lead, typedFrom, typedTo, why, stages, late, next);
        }
    }

    /**
     * A stage.
     *
     * @param width its share in thousandths
     */
    record Bar(
            long people, String words, long width, @Nullable String median) {}

    /** Somebody with whom nobody has spoken. */
    record Waiting(long personId, String name, String since) {}
}
