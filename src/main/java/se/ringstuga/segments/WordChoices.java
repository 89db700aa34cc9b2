package se.ringstuga.segments;

import java.util.Arrays;
import java.util.stream.Stream;
import se.ringstuga.segments.FilterChoices.Choice;

/** Our own words that members of conditions are chosen from. */
record WordChoices(ConditionMessages say, FilterMessages filters) {

    Stream<Choice> of(DraftNode node, String member) {
        return switch (member) {
            case "match" -> of("anyOf", say.anyOf(), "allOf", say.allOf(), "noneOf", say.noneOf());
            case "field" ->
                Arrays.stream(PersonField.values())
                        .map(field -> new Choice(field.jsonName(), FieldSentences.name(field, filters), ""));
            case "operator" -> Arrays.stream(FieldOperator.values()).map(this::operator);
            case "means" -> of("hasMobile", say.hasMobile(), "hasPhone", say.hasPhone(), "hasEmail", say.hasEmail());
            case "channel" -> of("SMS", say.sms(), "EMAIL", say.email());
            case "result" -> node.kind == ConditionKind.CALLS ? calls() : events();
            default -> outcomes();
        };
    }

    private Choice operator(FieldOperator operator) {
        return new Choice(
                operator.jsonName(),
                switch (operator) {
                    case EQUALS -> say.equalTo();
                    case CONTAINS -> say.containing();
                    case STARTS_WITH -> say.startsWith();
                    case IN -> say.in();
                    case AT_LEAST -> say.atLeast();
                    case AT_MOST -> say.atMost();
                    case IS_EMPTY -> say.isEmpty();
                },
                "");
    }

    private Stream<Choice> calls() {
        return of("called", say.called(), "reached", say.reached(), "notReached", say.notReached());
    }

    private Stream<Choice> events() {
        return of(
                "attended", say.attended(),
                "signedUp", say.signedUp(),
                "invited", say.invited(),
                "waiting", say.queuing(),
                "cancelled", say.cancelled(),
                "absent", say.absent());
    }

    private Stream<Choice> outcomes() {
        return of(
                "notReached", filters.missed(),
                "delivered", filters.delivered(),
                "sent", filters.sent(),
                "failed", filters.failed(),
                "skipped", filters.skipped(),
                "waiting", filters.waiting(),
                "unknown", filters.unknown());
    }

    private static Stream<Choice> of(String... valuesAndWords) {
        var choices = Stream.<Choice>builder();
        for (int i = 0; i < valuesAndWords.length; i += 2) {
            choices.add(new Choice(valuesAndWords[i], valuesAndWords[i + 1], ""));
        }
        return choices.build();
    }
}
