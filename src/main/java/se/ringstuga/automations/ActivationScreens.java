package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.automations.TakingIn.Standing;

/** Puts what switching on would do into the words of its page. */
@ApplicationScoped
class ActivationScreens {

    private final Activation activation;
    private final TakingIn takingIn;
    private final DatedLines lines;
    private final OutlookWords outlook;
    private final PageWords words;
    private final Access access;

    ActivationScreens(
            Activation activation,
            TakingIn takingIn,
            DatedLines lines,
            OutlookWords outlook,
            PageWords words,
            Access access) {
        this.activation = activation;
        this.takingIn = takingIn;
        this.lines = lines;
        this.outlook = outlook;
        this.words = words;
        this.access = access;
    }

    /** @param wrong why it was not switched on; null before it was tried */
    ActivationScreen of(Automation automation, @Nullable String wrong) {
        var say = words.say();
        var preview = activation.preview(automation);
        var in = preview.ahead().in();
        var names = preview.people().stream()
                .map(person -> (person.givenName() + " " + person.familyName()).strip())
                .toList();
        return new ActivationScreen(
                access.slug(),
                "/o/" + access.slug() + "/automations/" + automation.id(),
                automation.title(),
                in.all(),
                matching(in.all()),
                in.moved() == 0 ? null : say.matchingMoved(in.moved()),
                sends(preview.ahead()),
                names,
                in.all() > names.size() ? "…" : null,
                preview.makes().stream().map(this::made).toList(),
                lines.fromNow(automation),
                hindrance(preview.standing()),
                preview.standing() == Standing.NEEDS_ANOTHER && !askedByReader(automation),
                asked(automation),
                wrong);
    }

    private String matching(long all) {
        return all == 0
                ? words.say().matchingNone()
                : all == 1 ? words.say().matchingOne() : words.say().matchingMany(all);
    }

    /** Of those who moved here only where there are any: what they are sent is another message. */
    private List<String> sends(EntryOutlook.Ahead ahead) {
        var sends = new ArrayList<String>();
        var joined = ahead.joined();
        if (joined != null && ahead.in().joined() > 0) {
            sends.add(sentence(joined) + ".");
        }
        var moved = ahead.moved();
        if (moved != null && ahead.in().moved() > 0) {
            sends.add(words.activating().ofMoved(sentence(moved)));
        }
        return sends;
    }

    private String sentence(EntryOutlook.First first) {
        return String.join(", ", outlook.of(first, null, words.language()));
    }

    /** Why those who fit already cannot be taken in; null where they can. */
    @Nullable
    String hindrance(Standing standing) {
        return switch (standing) {
            case FREE -> null;
            case NEEDS_ANOTHER -> words.activating().needsAnother(takingIn.limit());
            case NO_MONEY -> words.activating().noMoney();
        };
    }

    private @Nullable String asked(Automation automation) {
        var asked = automation.asked();
        if (asked == null) {
            return null;
        }
        var when = words.time(access.zone()).moment(asked.at());
        return askedByReader(automation)
                ? words.activating().askedByYou(when)
                : words.activating().askedByAnother(when);
    }

    private boolean askedByReader(Automation automation) {
        var asked = automation.asked();
        return asked != null && asked.by().equals(access.actor().toString());
    }

    private String made(OwnThings.Wanted wanted) {
        return switch (wanted.what()) {
            case CALL_LIST -> words.say().makesList(wanted.title());
            case SURVEY -> words.say().makesSurvey();
        };
    }
}
