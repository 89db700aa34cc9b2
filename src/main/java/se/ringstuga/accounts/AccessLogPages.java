package se.ringstuga.accounts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageRequest;
import se.ringstuga.organizations.Organizations;

/** Who saw or changed whom, for administrators. */
@Path("/o/{slug}/access-log")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class AccessLogPages {

    /** Named in a line; the others are counted. */
    private static final int NAMED = 3;

    @CheckedTemplate(basePath = "AccessLogPages")
    static class Templates {
        static native TemplateInstance log(Shown log);

        private Templates() {}
    }

    private final AccessLog log;
    private final AccessLogEntries entries;
    private final AccessLogNames names;
    private final AccessLogWords words;
    private final Organizations organizations;
    private final Access access;
    private final PageContext page;

    AccessLogPages(
            AccessLog log,
            AccessLogEntries entries,
            AccessLogNames names,
            AccessLogWords words,
            Organizations organizations,
            Access access,
            PageContext page) {
        this.log = log;
        this.entries = entries;
        this.names = names;
        this.words = words;
        this.organizations = organizations;
        this.access = access;
        this.page = page;
    }

    @GET
    @Transactional
    @Requires(Permission.STAFF_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance log(@BeanParam Wanted wanted, @BeanParam PageRequest request) {
        if (!access.administrator()) {
            throw new Forbidden(Optional.empty());
        }
        var found = entries.list(filter(wanted), request);
        log.record("access-log.read", wanted.subject(), List.of());
        return Templates.log(shown(wanted, found));
    }

    private AccessLogFilter filter(Wanted wanted) {
        var until = wanted.day(wanted.until());
        return new AccessLogFilter(
                wanted.personId(),
                wanted.who().isBlank() ? null : wanted.who(),
                wanted.what().isBlank() ? null : wanted.what(),
                begin(wanted.day(wanted.from())),
                begin(until == null ? null : until.plusDays(1)));
    }

    private @Nullable Instant begin(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(access.zone()).toInstant();
    }

    private Shown shown(Wanted wanted, Page<AccessLogEntry> found) {
        var items = found.items();
        var actors = names.ofActors(
                items.stream().map(AccessLogEntry::actor).distinct().toList());
        var people = names.ofPeople(items.stream()
                .flatMap(entry -> entry.personIds().stream().limit(NAMED))
                .distinct()
                .toList());
        var base = "/o/" + access.slug() + "/access-log";
        var say = words.say();
        return new Shown(
                access.slug(),
                organizations.view(access.organizationId()).name(),
                base,
                wanted,
                wanted.wrongDay() ? say.dayWrong() : null,
                wanted.wrongPerson() ? say.personWrong() : null,
                names.staff(access.organizationId()),
                words.actions().entrySet().stream()
                        .map(action -> new Action(action.getKey(), action.getValue()))
                        .toList(),
                items.stream().map(entry -> line(entry, actors, people)).toList(),
                found.next() == null ? null : base + "?" + wanted.query() + "&cursor=" + found.next());
    }

    private Line line(AccessLogEntry entry, Map<String, String> actors, Map<Long, String> people) {
        var named = entry.personIds().stream()
                .limit(NAMED)
                .map(id -> new Person(id, people.getOrDefault(id, "#" + id)))
                .toList();
        int more = entry.personIds().size() - named.size();
        return new Line(
                page.time(access.zone()).moment(entry.at()),
                actor(entry.actor(), actors.getOrDefault(entry.actor(), "")),
                words.of(entry.action()),
                named,
                more == 0 ? null : words.say().more(more));
    }

    private String actor(String actor, String name) {
        var kind = actor.replaceAll(":.*", "");
        return switch (kind) {
            case "staff" -> name.isEmpty() ? actor : name;
            case "token" -> words.say().token(name.isEmpty() ? actor : name);
            case "caller" -> words.say().caller(name.isEmpty() ? actor : name);
            case "person" -> words.say().somebody();
            default -> words.say().system();
        };
    }

    /** What is looked for, as it was typed. */
    record Wanted(
            @QueryParam("who") @DefaultValue("") String who,
            @QueryParam("what") @DefaultValue("") String what,
            @QueryParam("person") @DefaultValue("") String person,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("until") @DefaultValue("") String until) {

        /** What is no number finds nobody. */
        @Nullable
        Long personId() {
            return person.isBlank() ? null : wrongPerson() ? Long.valueOf(0) : Long.valueOf(person.strip());
        }

        boolean wrongPerson() {
            return !person.isBlank() && !person.strip().matches("\\d{1,18}");
        }

        boolean wrongDay() {
            return (!from.isBlank() && day(from) == null) || (!until.isBlank() && day(until) == null);
        }

        @Nullable
        LocalDate day(String typed) {
            try {
                var day = typed.isBlank() ? null : LocalDate.parse(typed.strip());
                return day == null || day.getYear() < 2000 || day.getYear() > 2200 ? null : day;
            } catch (DateTimeParseException _) {
                return null;
            }
        }

        @Nullable
        String subject() {
            return person.isBlank() || wrongPerson() ? null : "person:" + person.strip();
        }

        String query() {
            return "who=" + encoded(who) + "&what=" + encoded(what) + "&person=" + encoded(person) + "&from="
                    + encoded(from) + "&until=" + encoded(until);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    record Shown(
            String slug,
            String organization,
            String base,
            Wanted wanted,
            @Nullable String wrongDay,
            @Nullable String wrongPerson,
            List<AccessLogNames.Member> staff,
            List<Action> actions,
            List<Line> lines,
            @Nullable String next) {}

    record Action(String name, String words) {}

    record Line(
            String at,
            String who,
            String what,
            List<Person> people,
            @Nullable String more) {}

    record Person(long id, String name) {}
}
