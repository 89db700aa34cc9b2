package se.ringstuga.messaging;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageContext;
import se.ringstuga.people.People;
import se.ringstuga.people.PhoneNumber;

/** One message to one person: where it is and what became known of it. */
@Path("/o/{slug}/messages/{id}")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class MessagePages {

    @CheckedTemplate(basePath = "MessagePages")
    static class Templates {
        static native TemplateInstance message(Screen message);

        static native TemplateInstance message$now(Screen message);

        private Templates() {}
    }

    private final Messages messages;
    private final SentAgain sentAgain;
    private final People people;
    private final MessageWords words;
    private final Access access;
    private final AccessLog accessLog;
    private final PageContext page;

    MessagePages(
            Messages messages,
            SentAgain sentAgain,
            People people,
            MessageWords words,
            Access access,
            AccessLog accessLog,
            PageContext page) {
        this.messages = messages;
        this.sentAgain = sentAgain;
        this.people = people;
        this.words = words;
        this.access = access;
        this.accessLog = accessLog;
        this.page = page;
    }

    @GET
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(hidden = true)
    public TemplateInstance show(@RestPath long id) {
        var screen = screen(id);
        accessLog.record("message.read", "message:" + id, List.of(screen.personId()));
        return Templates.message(screen);
    }

    /** What moves by itself; 204 while it is what the page shows already, so that nothing is read out twice. */
    @GET
    @Path("/now")
    @Transactional
    @Requires(Permission.MESSAGES_READ)
    @Operation(hidden = true)
    public Response now(@RestPath long id, @RestQuery @Nullable String seen) {
        var screen = screen(id);
        return screen.now().mark().equals(seen)
                ? Response.noContent().build()
                : Response.ok(Templates.message$now(screen)).build();
    }

    /** A person whom the reader may not see keeps their name to themselves, and the message with it. */
    private Screen screen(long id) {
        var message = messages.find(id).orElseThrow(NotFound::new);
        var viewer = new People.Viewer(access.organizationId(), access.administrator());
        var person = people.view(viewer, message.personId()).orElseThrow(NotFound::new);
        var time = page.time(access.zone());
        return new Screen(
                access.slug(),
                id,
                message.personId(),
                person.name(),
                message.channel() == Channel.SMS,
                address(message),
                message.subject(),
                message.text(),
                new Now(
                        words.state(message.state()),
                        MessageWords.colour(message.state()),
                        words.sentence(message, time.moment(message.notBefore())),
                        moves(message.state()),
                        message.events().stream().map(this::line).toList(),
                        offers(message)));
    }

    private Offers offers(MessageView message) {
        var may = access.has(Permission.MESSAGES_SEND);
        var again = may ? sentAgain.offer(message) : SentAgain.Offer.NOTHING;
        return new Offers(
                again == SentAgain.Offer.SEND_AGAIN,
                again == SentAgain.Offer.WRITE_INSTEAD,
                may && message.state() == MessageState.QUEUED,
                message.replacedBy(),
                message.simulated());
    }

    private static @Nullable String address(MessageView message) {
        var address = message.address();
        return address == null || message.channel() != Channel.SMS ? address : PhoneNumber.shown(address);
    }

    private static boolean moves(MessageState state) {
        return switch (state) {
            case QUEUED, DISPATCHING, ACCEPTED, SENT, UNKNOWN -> true;
            case SKIPPED, EXPIRED, CANCELLED, FAILED, DELIVERED -> false;
        };
    }

    private Line line(MessageView.Event event) {
        var details = Stream.of(
                        event.attempt() > 1 ? words.say().attempt(event.attempt()) : null,
                        event.code(),
                        event.price() == null
                                ? null
                                : words.say()
                                        .price(
                                                event.price()
                                                        .stripTrailingZeros()
                                                        .toPlainString()
                                                        .replace('.', ','),
                                                String.valueOf(event.currency())))
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" · "));
        return new Line(page.time(access.zone()).moment(event.at()), words.event(event.status()), details);
    }

    record Screen(
            String slug,
            long id,
            long personId,
            String name,
            boolean sms,
            @Nullable String address,
            @Nullable String subject,
            @Nullable String text,
            Now now) {}

    /** @param moves whether more may become known by itself */
    record Now(String state, String colour, String sentence, boolean moves, List<Line> events, Offers offers) {

        public String mark() {
            return Integer.toHexString(hashCode());
        }
    }

    /**
     * What can still be done about it.
     *
     * @param instead it is not sent again, since its broadcast is cancelled; a new message can be written
     * @param replacedBy the message that counts instead
     */
    record Offers(
            boolean again,
            boolean instead,
            boolean stop,
            @Nullable Long replacedBy,
            boolean simulated) {}

    record Line(String at, String text, String details) {}
}
