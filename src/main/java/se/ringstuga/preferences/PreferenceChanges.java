package se.ringstuga.preferences;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Violation;
import se.ringstuga.preferences.Preference.About;
import se.ringstuga.preferences.Preference.State;

/**
 * What a person told staff or another tool.
 *
 * @param preferences each channel and purpose at most once; what is not named stays as it is
 */
record PreferenceChanges(@Nullable List<@Nullable Change> preferences) {

    private static final int MOST = 20;

    /**
     * One word.
     *
     * @param purpose ANY for the whole channel
     * @param state NOT_SAID takes back what was noted by mistake
     */
    record Change(
            @Nullable Channel channel,
            @Nullable About purpose,
            @Nullable State state) {

        boolean isAbout(Preference other) {
            return other.channel() == channel && other.about() == purpose;
        }
    }

    /** @throws InvalidInput naming every field that cannot be accepted */
    List<Preference> checked() {
        if (preferences == null || preferences.isEmpty() || preferences.size() > MOST) {
            throw new InvalidInput("preferences", "must have 1 to " + MOST + " entries");
        }
        var wanted = new ArrayList<Preference>();
        var wrong = new ArrayList<Violation>();
        for (int i = 0; i < preferences.size(); i++) {
            check("preferences[" + i + "]", preferences.get(i), wanted, wrong);
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        return wanted;
    }

    private static void check(String field, @Nullable Change change, List<Preference> wanted, List<Violation> wrong) {
        if (change == null || change.channel() == null) {
            wrong.add(Violation.body(field + ".channel", "must be CALL, SMS or EMAIL"));
        } else if (change.purpose() == null || !change.purpose().concerns(change.channel())) {
            wrong.add(Violation.body(field + ".purpose", "must be ANY or a purpose of this channel"));
        } else if (change.state() == null) {
            wrong.add(Violation.body(field + ".state", "must be GRANTED, WITHDRAWN or NOT_SAID"));
        } else if (wanted.stream().anyMatch(change::isAbout)) {
            wrong.add(Violation.body(field, "is there twice"));
        } else {
            wanted.add(new Preference(change.channel(), change.purpose(), change.state(), null, null, null));
        }
    }
}
