package se.ringstuga.segments;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.ringstuga.segments.Member.Shape;

/** The kinds of conditions as somebody chooses them from a list, and what each asks for. */
enum ConditionKind {
    JOINED("joined"),
    PAID("paidUntil"),
    ORGANIZATION("organization"),
    TAG("tag"),
    FIELD("personField"),
    REACHABLE("reachable"),
    ANSWERED("surveyAnswered"),
    OPTION("surveyOption"),
    WRITTEN("surveyText"),
    VALUE("surveyValue"),
    CALLS("callHistory"),
    BROADCAST("message"),
    MESSAGED("messaged"),
    EVENTS("eventHistory");

    private final String type;

    ConditionKind(String type) {
        this.type = type;
    }

    /** In JSON; those who can be reached have one for each way. */
    String type() {
        return type;
    }

    List<Member> members() {
        return switch (this) {
            case JOINED -> List.of(Member.number("withinDays"), Member.date("after"), Member.date("before"));
            case PAID -> List.of(Member.date("after"), Member.date("before"));
            case ORGANIZATION -> List.of(Member.pick("organization"));
            case TAG -> List.of(Member.word("match"), new Member("tags", Shape.IDS));
            case FIELD -> List.of(Member.word("field"), Member.word("operator"), Member.text("value"));
            case REACHABLE -> List.of(Member.word("means"));
            case ANSWERED ->
                List.of(Member.pick("survey"), new Member("includingPartial", Shape.FLAG), Member.number("withinDays"));
            case OPTION -> List.of(Member.pick("question"), new Member("optionIds", Shape.IDS));
            case WRITTEN -> List.of(Member.pickOrNone("question"), Member.text("contains"));
            case VALUE -> List.of(Member.pick("question"), Member.number("atLeast"), Member.number("atMost"));
            case CALLS ->
                List.of(
                        Member.word("result"),
                        Member.pickOrNone("assignment"),
                        Member.number("withinDays"),
                        Member.number("atLeast"));
            case BROADCAST ->
                List.of(
                        Member.pick("broadcast"),
                        new Member("outcome", Shape.WORD_OR_NONE),
                        new Member("reasons", Shape.TEXTS));
            case MESSAGED -> List.of(new Member("channel", Shape.WORD_OR_NONE), Member.number("withinDays"));
            case EVENTS ->
                List.of(
                        Member.word("result"),
                        Member.pickOrNone("event"),
                        Member.number("withinDays"),
                        Member.date("after"),
                        Member.date("before"),
                        Member.number("atLeast"));
        };
    }

    static Optional<ConditionKind> ofType(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }

    static Optional<ConditionKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
