package se.ringstuga.segments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;

/** People as the model test knows them: only what filters can ask for. */
final class KnownPeople {

    private KnownPeople() {}

    /** One of them; filled while the person is drawn. */
    static final class Person {
        long id;
        final Map<PersonField, @Nullable String> fields = new HashMap<>();
        boolean phone;
        boolean mobile;
        boolean email;
        boolean visible = true;

        @Nullable
        LocalDate joined;

        @Nullable
        LocalDate paidUntil;

        final Set<String> organizations = new TreeSet<>();
        final Set<Long> tags = new HashSet<>();
        final List<Submission> submissions = new ArrayList<>();
        final List<Call> calls = new ArrayList<>();
        final List<Message> messages = new ArrayList<>();
        final List<SignUp> signUps = new ArrayList<>();
    }

    record Submission(long surveyId, boolean complete, Instant at, List<Answer> answers) {}

    /** By lineage, so that answers to an older version count. */
    record Answer(
            long question,
            @Nullable Long option,
            @Nullable String text,
            @Nullable Integer value) {}

    record Call(long assignmentId, boolean reached, boolean interrupted, Instant at) {}

    /**
     * One that counts: of the organization or below, and not replaced by another.
     *
     * @param broadcastId null for a single one
     */
    record Message(
            @Nullable Long broadcastId,
            Channel channel,
            String state,
            @Nullable String why,
            Instant at) {}

    /**
     * One that counts: of the organization or below, to what was not called off.
     *
     * @param placed whether there was a place to come to, or give back
     */
    record SignUp(long eventId, long kindId, String state, boolean placed, Instant begins) {}
}
