package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.regex.Pattern;
import se.ringstuga.accounts.Actor;
import se.ringstuga.accounts.Notice;
import se.ringstuga.accounts.Notices;
import se.ringstuga.inbox.QuestionAnswered;

/**
 * JA to the question about an event signs up, or confirms what stands already; NEJ gives the place back (rule 25: no more than
 * that). Whoever asks writes {@code event:7} as the subject.
 */
@ApplicationScoped
class AnsweredQuestions {

    private static final Pattern SUBJECT = Pattern.compile("event:([0-9]{1,18})");

    private final Events events;
    private final SignUps signUps;
    private final Notices notices;

    AnsweredQuestions(Events events, SignUps signUps, Notices notices) {
        this.events = events;
        this.signUps = signUps;
        this.notices = notices;
    }

    void on(@Observes QuestionAnswered news) {
        var subject = SUBJECT.matcher(news.subject());
        if (subject.matches()) {
            events.find(news.organizationId(), Long.parseLong(subject.group(1)))
                    .ifPresent(event -> answered(event, news));
        }
    }

    private void answered(EventRow event, QuestionAnswered news) {
        var actor = new Actor(Actor.Kind.PERSON, news.person().id()).toString();
        var by = new SignUps.By(SignUpSource.SMS, actor);
        if (!news.yes()) {
            signUps.cancel(event.id(), news.person(), by);
            return;
        }
        switch (signUps.signUp(event.id(), news.person(), by, Wishes.NONE)) {
            case SignUpResult.SignedUp _, SignUpResult.Waiting _ -> {}
            case SignUpResult.AlreadySignedUp _ -> signUps.confirm(event.id(), news.person(), by);
            case SignUpResult.Full _, SignUpResult.Closed _, SignUpResult.NotInvited _, SignUpResult.EventGone _ ->
                notices.tellOrganizers(
                        event.organizationId(),
                        new Notice(
                                Notice.Kind.ANSWER_TOO_LATE,
                                "event:" + event.id(),
                                Map.of("title", event.content().title())));
        }
    }
}
