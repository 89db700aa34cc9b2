package se.ringstuga.segments;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.ringstuga.segments.Member.Shape;

/** The kinds of conditions as somebody chooses them from a list, and what each asks for. */
enum ConditionKind {
    JOINED("joined", Member.number("withinDays"), Member.date("after"), Member.date("before")),
    PAID("paidUntil", Member.date("after"), Member.date("before")),
    ORGANIZATION("organization", Member.pick("organization")),
    TAG("tag", Member.word("match"), new Member("tags", Shape.IDS)),
    FIELD("personField", Member.word("field"), Member.word("operator"), Member.text("value")),
    REACHABLE("reachable", Member.word("means")),
    ANSWERED(
            "surveyAnswered",
            Member.pick("survey"),
            new Member("includingPartial", Shape.FLAG),
            Member.number("withinDays")),
    OPTION("surveyOption", Member.pick("question"), new Member("optionIds", Shape.IDS)),
    WRITTEN("surveyText", Member.pickOrNone("question"), Member.text("contains")),
    VALUE("surveyValue", Member.pick("question"), Member.number("atLeast"), Member.number("atMost")),
    CALLS(
            "callHistory",
            Member.word("result"),
            Member.pickOrNone("assignment"),
            Member.number("withinDays"),
            Member.number("atLeast")),
    BROADCAST(
            "message",
            Member.pick("broadcast"),
            new Member("outcome", Shape.WORD_OR_NONE),
            new Member("reasons", Shape.TEXTS)),
    MESSAGED("messaged", new Member("channel", Shape.WORD_OR_NONE), Member.number("withinDays")),
    EVENTS(
            "eventHistory",
            Member.word("result"),
            Member.pickOrNone("event"),
            Member.number("withinDays"),
            Member.date("after"),
            Member.date("before"),
            Member.number("atLeast"));

    private final String type;
    private final List<Member> members;

    ConditionKind(String type, Member... members) {
        this.type = type;
        this.members = List.of(members);
    }

    /** In JSON; those who can be reached have one for each way. */
    String type() {
        return type;
    }

    List<Member> members() {
        return members;
    }

    static Optional<ConditionKind> ofType(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }

    static Optional<ConditionKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
