package se.ringstuga.preferences;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.PageContext;
import se.ringstuga.preferences.Preference.About;

/** What can be chosen, in words: the same on the member's own page and on that of staff. */
@ApplicationScoped
class PreferenceWords {

    private final PageContext page;

    PreferenceWords(PageContext page) {
        this.page = page;
    }

    /** One purpose. */
    record Line(String value, String label, String hint, boolean sms, boolean email) {}

    List<Line> lines(Choices choices) {
        var sms = choices.shown(Channel.SMS);
        var email = choices.shown(Channel.EMAIL);
        return Choices.offered(Channel.SMS).stream()
                .map(about -> line(about, sms.contains(about), email.contains(about)))
                .toList();
    }

    private Line line(About about, boolean sms, boolean email) {
        var words = say();
        return switch (about) {
            case NOTICE -> new Line(about.name(), words.notice(), words.noticeHint(), sms, email);
            case REMINDER -> new Line(about.name(), words.reminder(), words.reminderHint(), sms, email);
            case WELCOME -> new Line(about.name(), words.welcome(), words.welcomeHint(), sms, email);
            case INFORMATION -> new Line(about.name(), words.information(), words.informationHint(), sms, email);
            case ANY, REQUESTED, CALL -> throw new IllegalStateException(about + " is not offered");
        };
    }

    /** What holds now, as the member reads it. */
    List<String> sentences(List<Line> lines, boolean calls) {
        var words = say();
        var sms = listed(lines.stream().filter(Line::sms));
        var email = listed(lines.stream().filter(Line::email));
        return List.of(
                sms.isEmpty() ? words.nothingBySms() : words.bySms(sms),
                email.isEmpty() ? words.nothingByEmail() : words.byEmail(email),
                calls ? words.weCall() : words.weDoNotCall());
    }

    private String listed(Stream<Line> lines) {
        return lines.map(line -> line.label().toLowerCase(page.language().locale()))
                .collect(Collectors.joining(", "));
    }

    PreferenceMessages say() {
        return MessageBundles.get(
                PreferenceMessages.class, Localized.Literal.of(page.language().tag()));
    }
}
