package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.PageContext;
import se.ringstuga.messaging.sms.SandboxBehaviour;
import se.ringstuga.messaging.sms.SandboxPhones;
import se.ringstuga.people.PhoneNumber;

/** Puts the phones of the sandbox into words for the reader. */
@RequestScoped
class SandboxScreens {

    private final Access access;
    private final PageContext page;

    SandboxScreens(Access access, PageContext page) {
        this.access = access;
        this.page = page;
    }

    /**
     * The page.
     *
     * @param senders that a text can be typed to
     * @param before where the next page begins; null on the last
     */
    record Screen(
            String slug,
            List<Phone> phones,
            List<String> senders,
            List<Choice> choices,
            @Nullable Long before) {}

    /**
     * One phone.
     *
     * @param answerTo null when its latest message came from a name
     */
    record Phone(
            String number,
            String shown,
            String names,
            @Nullable String answerTo,
            SandboxBehaviour behaviour,
            List<Text> texts) {}

    record Text(boolean typed, String text, String from) {}

    record Choice(SandboxBehaviour value, String words) {}

    Screen screen(List<SandboxPhones.Phone> phones, List<String> senders, boolean more) {
        return new Screen(
                access.slug(),
                phones.stream().map(phone -> phone(phone, senders)).toList(),
                senders,
                Arrays.stream(SandboxBehaviour.values())
                        .map(behaviour -> new Choice(behaviour, words(behaviour)))
                        .toList(),
                more ? phones.getLast().lastId() : null);
    }

    private Phone phone(SandboxPhones.Phone phone, List<String> senders) {
        var time = page.time(access.zone());
        return new Phone(
                phone.number(),
                PhoneNumber.shown(phone.number()),
                phone.texts().stream()
                        .map(SandboxPhones.Text::name)
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.joining(", ")),
                senders.contains(phone.sender()) ? phone.sender() : null,
                phone.behaviour(),
                phone.texts().stream()
                        .map(text -> new Text(
                                !text.arrived(),
                                text.text(),
                                (text.arrived() ? sender(text.sender()) + " · " : "") + time.moment(text.at())))
                        .toList());
    }

    private static String sender(String address) {
        return address.startsWith("+") ? PhoneNumber.shown(address) : address;
    }

    private String words(SandboxBehaviour behaviour) {
        var say = MessageBundles.get(
                SandboxMessages.class, Localized.Literal.of(page.language().tag()));
        return switch (behaviour) {
            case DELIVERED -> say.delivered();
            case FAILED -> say.failed();
            case REFUSED -> say.refused();
            case BUSY -> say.busy();
            case SILENT -> say.silent();
            case STOPPED -> say.stopped();
            case UNKNOWN_NUMBER -> say.unknownNumber();
        };
    }
}
