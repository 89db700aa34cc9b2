package se.ringstuga.inbox;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Consents;
import se.ringstuga.contact.NumberOptOuts;
import se.ringstuga.http.Language;
import se.ringstuga.inbox.InboundMessages.Kind;
import se.ringstuga.inbox.SenderOwners.Owner;
import se.ringstuga.messaging.OwnAnswers;
import se.ringstuga.messaging.SmsReceived;

/** Takes what people text: an opt-out, the answer to a question, or something for an organizer to read. */
@ApplicationScoped
class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    /** As templates name the organization. */
    private static final String ORGANIZATION = "{förening}";

    private final SenderOwners owners;
    private final KnownPeople known;
    private final Conversations conversations;
    private final InboundMessages messages;
    private final NumberOptOuts optOuts;
    private final OpenQuestions questions;
    private final Consents consents;
    private final OwnAnswers answers;

    Inbox(
            SenderOwners owners,
            KnownPeople known,
            Conversations conversations,
            InboundMessages messages,
            NumberOptOuts optOuts,
            OpenQuestions questions,
            Consents consents,
            OwnAnswers answers) {
        this.owners = owners;
        this.known = known;
        this.conversations = conversations;
        this.messages = messages;
        this.optOuts = optOuts;
        this.questions = questions;
        this.consents = consents;
        this.answers = answers;
    }

    void received(@Observes SmsReceived received) {
        var text = InboundText.of(received.sms());
        owners.of(text.sender(), text.phone())
                .ifPresentOrElse(
                        owner -> take(text, owner),
                        () -> LOG.warnf("Somebody texted to %s, which is nobody's sender here", text.sender()));
    }

    private void take(InboundText text, Owner owner) {
        var conversation = conversations.lock(owner.organizationId(), text);
        if (messages.isKnown(text)) {
            return;
        }
        var people = text.fromNumber() ? known.of(owner.organizationId(), text.phone()) : List.<KnownPeople.Known>of();
        var place = new InboundMessages.Place(owner.organizationId(), conversation);
        var arrival = new Arrival(
                messages.add(
                        place,
                        text,
                        people.stream().map(KnownPeople.Known::person).toList()),
                conversation,
                text,
                owner,
                people);
        var kind = effect(arrival);
        if (kind != Kind.TEXT) {
            messages.mark(arrival.id(), kind);
        }
        conversations.texted(conversation, text, kind == Kind.TEXT);
    }

    /** A text that has been written down. */
    private record Arrival(long id, long conversation, InboundText text, Owner owner, List<KnownPeople.Known> people) {}

    private Kind effect(Arrival arrival) {
        if (!arrival.text().fromNumber()) {
            return Kind.TEXT;
        }
        return switch (Keyword.of(arrival.text().text())) {
            case STOP -> stopped(arrival);
            case START ->
                optOuts.start(
                                owners.roots(arrival.text().sender()),
                                arrival.text().phone())
                        ? Kind.START
                        : Kind.TEXT;
            case YES -> answered(arrival, true);
            case NO -> answered(arrival, false);
            case NONE -> Kind.TEXT;
        };
    }

    /** In force before anything is answered, at whatever hour. */
    private Kind stopped(Arrival arrival) {
        var text = arrival.text();
        var news = optOuts.stop(owners.roots(text.sender()), text.phone(), NumberOptOuts.Source.SMS);
        if (news
                && text.toNumber()
                && !arrival.people().isEmpty()
                && conversations.mayAnswerByItself(arrival.conversation())) {
            confirm(arrival, arrival.people().getFirst());
        }
        return Kind.STOP;
    }

    private void confirm(Arrival arrival, KnownPeople.Known person) {
        var owner = arrival.owner();
        var say = MessageBundles.get(
                InboxMessages.class,
                Localized.Literal.of(Language.preferred(person.language(), null).tag()));
        answers.confirm(
                new OwnAnswers.From(owner.organizationId(), owner.rootId(), owner.senderId()),
                new OwnAnswers.Answer(
                        arrival.id(), person.person(), arrival.text().phone(), say.stopped(ORGANIZATION)));
    }

    private Kind answered(Arrival arrival, boolean yes) {
        var rootId = arrival.owner().rootId();
        var people = consents.peopleAt(rootId, Channel.SMS, arrival.text().phone());
        return people.size() == 1 && questions.answer(rootId, people.getFirst(), yes) ? Kind.ANSWER : Kind.TEXT;
    }
}
