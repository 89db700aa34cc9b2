package se.ringstuga.messaging;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageRequest;
import se.ringstuga.people.PhoneNumber;

/** The people behind a number of a broadcast's account, and what can be done with them next. */
@Path("/o/{slug}/broadcasts/{id}/people")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class RecipientPages {

    @CheckedTemplate(basePath = "RecipientPages")
    static class Templates {
        static native TemplateInstance people(People page);

        private Templates() {}
    }

    private final Sending sending;
    private final BroadcastMessages messages;
    private final MessageWords words;
    private final BroadcastTerms terms;
    private final Access access;

    RecipientPages(
            Sending sending, BroadcastMessages messages, MessageWords words, BroadcastTerms terms, Access access) {
        this.sending = sending;
        this.messages = messages;
        this.words = words;
        this.terms = terms;
        this.access = access;
    }

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(hidden = true)
    public TemplateInstance list(
            @RestPath long id,
            @RestQuery @Nullable RecipientGroup group,
            @RestQuery @Nullable String reason,
            @BeanParam PageRequest request) {
        var broadcast = sending.get(id);
        var account = broadcast.account();
        if (account == null) {
            throw new NotFound();
        }
        var chosen = group == null ? RecipientGroup.ALL : group;
        var rows = messages.page(id, chosen.states(), reason, request);
        var base = "/o/" + access.slug() + "/broadcasts/" + id;
        return Templates.people(new People(
                access.slug(),
                base,
                broadcast.title(),
                heading(chosen, reason, broadcast.channel()),
                count(chosen.count(account, reason)),
                rows.items().stream()
                        .map(line -> line(line, broadcast.channel()))
                        .toList(),
                next(broadcast, chosen, reason),
                rows.next() == null ? null : base + "/people?" + query(chosen, reason) + "cursor=" + rows.next()));
    }

    private static String query(RecipientGroup group, @Nullable String reason) {
        var named = "group=" + group + "&";
        return reason == null ? named : named + "reason=" + encoded(reason) + "&";
    }

    /** The same people as a filter, which stays true when more becomes known of them. */
    private Next next(BroadcastView broadcast, RecipientGroup group, @Nullable String reason) {
        var filter = group.filter(broadcast.id(), reason).toString();
        var people = broadcast.title() + ": " + heading(group, reason, broadcast.channel());
        var query = "filter=" + encoded(filter) + "&title=" + encoded(people);
        var base = "/o/" + access.slug();
        return new Next(
                base + "/broadcasts/new?to=OTHER&people=" + encoded(people) + "&" + query,
                base + "/call-assignments/new?" + query,
                base + "/segments/new?" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String count(long people) {
        return people == 1 ? terms.say().peopleOne() : terms.say().people(people);
    }

    private String heading(RecipientGroup group, @Nullable String reason, Channel channel) {
        var say = terms.say();
        var name = switch (group) {
            case ALL -> say.allPeople();
            case DELIVERED -> say.delivered();
            case SENT -> say.sent();
            case FAILED -> say.failed();
            case SKIPPED -> say.skipped();
            case WAITING -> say.waiting();
            case UNKNOWN -> say.unknown();
        };
        var whole = reason == null ? name : name + ": " + words.why(reason, channel);
        return whole.substring(0, 1).toUpperCase(words.locale()) + whole.substring(1);
    }

    private Line line(BroadcastMessages.Line line, Channel channel) {
        var address = Objects.requireNonNullElse(line.address(), "");
        return new Line(
                line.id(),
                line.name(),
                channel == Channel.SMS && !address.isEmpty() ? PhoneNumber.shown(address) : address,
                words.state(line.state()),
                MessageWords.colour(line.state()),
                line.reason() == null ? "" : words.why(line.reason(), channel));
    }

    record People(
            String slug,
            String base,
            String title,
            String heading,
            String count,
            List<Line> people,
            Next ways,
            @Nullable String next) {}

    /** Where something can be done with just these people. */
    record Next(String broadcast, String call, String segment) {}

    record Line(long id, String name, String address, String state, String colour, String why) {}
}
