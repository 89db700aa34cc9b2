package se.ringstuga.automations;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Triggers, steps and reasons in plain words; English in {@code messages/flow_en.properties}. */
@MessageBundle("flow")
public interface FlowMessages {

    @Message("När någon blir medlem (inträde den senaste dagen)")
    String whenJoinedLastDay();

    @Message("När någon blir medlem (inträde de senaste {days} dagarna)")
    String whenJoined(int days);

    @Message("När någon får etiketten {tag}")
    String whenTagged(String tag);

    @Message("När någon svarar på {survey}")
    String whenAnswered(String survey);

    @Message("När någon väljer ett visst svar i {survey}")
    String whenChosen(String survey);

    @Message("När någon har varit med på en aktivitet")
    String whenAttended();

    @Message("När någon har varit med på {kind}")
    String whenAttendedKind(String kind);

    @Message("När någon har ringts en gång utan att nås")
    String whenNotReachedOnce();

    @Message("När någon har ringts {calls} gånger utan att nås")
    String whenNotReached(int calls);

    @Message("När vi inte har hört av någon på {span}")
    String whenSilent(String span);

    @Message("På dagen för {field}")
    String whenDate(String field);

    @Message("{days} före {field}")
    String whenBefore(String days, String field);

    @Message("{days} efter {field}")
    String whenAfter(String days, String field);

    @Message("inträdet")
    String joinedOn();

    @Message("sista dagen som är betald")
    String paidUntil();

    @Message("datumet i ett svar")
    String answeredDate();

    @Message("{what}, om personen {filter}")
    String onlyWho(String what, String filter);

    @Message("Vänta {span}")
    String wait(String span);

    @Message("Vänta till klockan {from}")
    String waitUntil(String from);

    @Message("Vänta till mellan {from} och {to}")
    String waitBetween(String from, String to);

    @Message("Vänta tills personen {what}, {patience}")
    String waitFor(String what, String patience);

    @Message("som längst {span}")
    String atMost(String span);

    @Message("som längst till dag {day}")
    String untilDay(int day);

    @Message("Är det så att personen {what}?")
    String branch(String what);

    @Message("Om personen {what}")
    String when(String what);

    @Message("Om det inte är så att personen {what}")
    String unless(String what);

    @Message("Skicka sms")
    String sms();

    @Message("Skicka sms med enkät")
    String smsWithSurvey();

    @Message("Skicka e-post")
    String email();

    @Message("Skicka e-post med enkät")
    String emailWithSurvey();

    @Message("Skicka sms eller e-post")
    String smsOrEmail();

    @Message("Skicka sms eller e-post med enkät")
    String smsOrEmailWithSurvey();

    @Message("Sätt upp på ringlistan {list}")
    String call(String list);

    @Message("Sätt etiketten {tag}")
    String tag(String tag);

    @Message("Ta bort etiketten {tag}")
    String untag(String tag);

    @Message("Bjud in till nästa {kind}, och vänta i {span} om ingen är planerad")
    String invite(String kind, String span);

    @Message("Säg till organisatörerna")
    String tell();

    @Message("Berätta för andra verktyg")
    String webhook();

    @Message("en dag")
    String day();

    @Message("{count} dagar")
    String days(int count);

    @Message("en timme")
    String hour();

    @Message("{count} timmar")
    String hours(int count);

    @Message("en minut")
    String minute();

    @Message("{count} minuter")
    String minutes(int count);

    @Message("tiden för det var förbi")
    String tooLate();

    @Message("ringlistan är stängd")
    String listClosed();

    @Message("etiketten finns inte längre")
    String tagGone();

    @Message("enkäten är stängd")
    String surveyClosed();

    @Message("ingen aktivitet var planerad")
    String noEvent();

    @Message("personen hade redan svarat")
    String alreadyAnswered();

    @Message("personen hör inte längre hit")
    String notHere();

    @Message("medlemskapet har tagit slut")
    String membershipEnded();

    @Message("någon stoppade automatiseringen")
    String stoppedByHand();

    @Message("någon tog ut personen")
    String takenOut();

    @Message("något gick fel; prova igen")
    String stepFailed();

    @Message("{count} får {what} {when}")
    String getOn(long count, String what, String when);

    @Message("{count} kommer med i ”{title}”")
    String comeIn(long count, String title);

    @Message("{count} får {what}")
    String get(long count, String what);

    @Message("{count} är för gamla")
    String tooOld(long count);

    @Message("{count} har flyttat hit")
    String movedHere(long count);

    @Message("välkomst-SMS")
    String welcomeSms();

    @Message("välkomstbrev")
    String welcomeEmail();

    @Message("SMS")
    String anSms();

    @Message("e-post")
    String anEmail();

    @Message("i kväll")
    String tonight();
}
