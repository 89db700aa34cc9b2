package se.ringstuga.segments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.segments.Filter.CallResult;
import se.ringstuga.segments.Filter.DateWindow;
import se.ringstuga.segments.Filter.EventResult;
import se.ringstuga.segments.Filter.Fate;
import se.ringstuga.segments.Filter.Means;
import se.ringstuga.segments.Filter.TagMatch;
import se.ringstuga.segments.RandomWorld.Things;

/** Trees of every kind of filter over the things of a random world. */
final class RandomFilters {

    private final Random random;
    private final Things things;
    private final List<Long> broadcasts;
    private final RandomEvents.Drawn events;
    private final LocalDate today;

    RandomFilters(Random random, Things things, List<Long> broadcasts, RandomEvents.Drawn events, LocalDate today) {
        this.random = random;
        this.things = things;
        this.broadcasts = broadcasts;
        this.events = events;
        this.today = today;
    }

    Filter tree(int depth) {
        return switch (depth == 0 ? 3 : random.nextInt(6)) {
            case 0 -> new Filter.All(children(depth));
            case 1 -> new Filter.Any(children(depth));
            case 2 -> new Filter.Not(tree(depth - 1));
            default -> leaf();
        };
    }

    private List<Filter> children(int depth) {
        return Stream.generate(() -> tree(depth - 1)).limit(random.nextInt(4)).toList();
    }

    private Filter leaf() {
        return switch (random.nextInt(14)) {
            case 0 -> new Filter.Joined(window(random.nextBoolean()));
            case 1 -> new Filter.PaidUntil(window(false));
            case 2 -> new Filter.Tagged(pick(List.of(TagMatch.values())), some(things.tags()));
            case 3 -> new Filter.InOrganization(pick(things.slugs()));
            case 4, 5 -> field(pick(List.of(PersonField.values())));
            case 6 -> new Filter.Reachable(pick(List.of(Means.values())));
            case 7 ->
                new Filter.SurveyAnswered(pick(things.surveys()), random.nextBoolean(), maybe(random.nextInt(30)));
            case 8 ->
                new Filter.OptionChosen(
                        maybe(pick(things.surveys())),
                        maybe(question()),
                        some(List.copyOf(things.optionLineages().keySet())));
            case 9 ->
                random.nextBoolean()
                        ? new Filter.TextAnswered(
                                maybe(pick(things.surveys())),
                                maybe(question()),
                                pick(List.of("KAFFÉ", "ring", "%", "_", "bullar")))
                        : new Filter.ValueAnswered(
                                maybe(pick(things.surveys())), question(), random.nextInt(5), 1 + random.nextInt(9));
            case 10 -> broadcasted(pick(broadcasts), maybe(pick(List.of(Fate.values()))));
            case 12 -> went(pick(List.of(EventResult.values())));
            case 11 -> new Filter.Messaged(maybe(pick(RandomMessages.CHANNELS)), maybe(random.nextInt(30)));
            default ->
                new Filter.CallHistory(
                        pick(List.of(CallResult.values())),
                        maybe(pick(things.assignments())),
                        maybe(random.nextInt(30)),
                        1 + random.nextInt(2));
        };
    }

    private Filter went(EventResult result) {
        boolean event = random.nextInt(3) == 0;
        return new Filter.EventHistory(
                result,
                event ? pick(events.events()) : null,
                event ? null : maybe(pick(events.kinds())),
                maybe(window(random.nextBoolean())),
                1 + random.nextInt(2));
    }

    private Filter broadcasted(long broadcast, @Nullable Fate fate) {
        boolean reasons = RandomMessages.WITH_REASONS.contains(fate) && random.nextBoolean();
        return new Filter.Broadcasted(broadcast, fate, reasons ? some(RandomMessages.REASONS) : List.of());
    }

    private Filter field(PersonField field) {
        return field(
                field,
                pick(Stream.of(FieldOperator.values()).filter(field::allows).toList()));
    }

    /** Each filter that can be written, alone, with every operator and every combination of members. */
    List<Filter> everyKind() {
        List<Filter> all = new ArrayList<>(List.of(new Filter.All(List.of()), new Filter.Any(List.of())));
        for (PersonField field : PersonField.values()) {
            Stream.of(FieldOperator.values())
                    .filter(field::allows)
                    .map(operator -> field(field, operator))
                    .forEach(all::add);
        }
        Stream.of(TagMatch.values())
                .map(match -> new Filter.Tagged(match, some(things.tags())))
                .forEach(all::add);
        Stream.of(Means.values()).map(Filter.Reachable::new).forEach(all::add);
        things.slugs().stream().map(Filter.InOrganization::new).forEach(all::add);
        for (DateWindow window : windows()) {
            all.add(new Filter.Joined(window));
            all.add(new Filter.PaidUntil(window));
        }
        all.add(new Filter.Joined(new DateWindow(10, null, null)));
        for (Long survey : things.surveys()) {
            for (boolean partial : List.of(true, false)) {
                all.add(new Filter.SurveyAnswered(survey, partial, null));
                all.add(new Filter.SurveyAnswered(survey, partial, 10));
            }
        }
        answers(all);
        messages(all);
        events(all);
        for (CallResult result : CallResult.values()) {
            all.add(new Filter.CallHistory(result, null, null, 1));
            all.add(new Filter.CallHistory(result, null, 10, 2));
            things.assignments().forEach(one -> all.add(new Filter.CallHistory(result, one, null, 1)));
        }
        return all.stream()
                .flatMap(filter -> Stream.of(filter, new Filter.Not(filter)))
                .toList();
    }

    private void answers(List<Filter> all) {
        for (Map.Entry<Long, Long> question : things.surveyOfQuestion().entrySet()) {
            Long id = question.getKey();
            Long survey = question.getValue();
            all.add(new Filter.ValueAnswered(null, id, 0, 4));
            all.add(new Filter.ValueAnswered(survey, id, 1, 1_000));
            all.add(new Filter.TextAnswered(survey, id, "KAFFÉ"));
            all.add(new Filter.TextAnswered(null, null, "%"));
            all.add(new Filter.OptionChosen(
                    null, null, some(List.copyOf(things.optionLineages().keySet()))));
            all.add(new Filter.OptionChosen(
                    survey, id, List.copyOf(things.optionLineages().keySet())));
        }
    }

    private void messages(List<Filter> all) {
        for (Long broadcast : broadcasts) {
            all.add(new Filter.Broadcasted(broadcast, null, List.of()));
            for (Fate fate : Fate.values()) {
                all.add(new Filter.Broadcasted(broadcast, fate, List.of()));
                all.add(broadcasted(broadcast, fate));
            }
            for (String reason : RandomMessages.REASONS) {
                all.add(new Filter.Broadcasted(broadcast, Fate.NOT_REACHED, List.of(reason)));
            }
        }
        for (Channel channel : RandomMessages.CHANNELS) {
            all.add(new Filter.Messaged(channel, null));
            all.add(new Filter.Messaged(channel, 10));
        }
        all.add(new Filter.Messaged(null, null));
        all.add(new Filter.Messaged(null, 3));
    }

    private void events(List<Filter> all) {
        for (EventResult result : EventResult.values()) {
            all.add(new Filter.EventHistory(result, null, null, null, 1));
            all.add(new Filter.EventHistory(result, null, null, new DateWindow(10, null, null), 1));
            all.add(new Filter.EventHistory(result, null, null, null, 2));
            events.kinds().forEach(kind -> all.add(new Filter.EventHistory(result, null, kind, null, 1)));
            events.events().forEach(event -> all.add(new Filter.EventHistory(result, event, null, null, 1)));
            windows().forEach(window -> all.add(new Filter.EventHistory(result, null, null, window, 1)));
        }
    }

    private List<DateWindow> windows() {
        return List.of(
                new DateWindow(null, today, null),
                new DateWindow(null, null, today),
                new DateWindow(null, today.plusDays(5), today.minusDays(5)));
    }

    private Filter field(PersonField field, FieldOperator operator) {
        boolean number = field.kind() == PersonField.Kind.NUMBER;
        List<String> pool = number
                ? List.of("1951", "1954", "1958")
                : Stream.of(RandomWorld.NAMES, RandomWorld.CITIES, List.of("169", "16951", "å", "zo", "n"))
                        .flatMap(List::stream)
                        .filter(text -> !text.isEmpty())
                        .toList();
        return switch (operator) {
            case IS_EMPTY -> new Filter.FieldMatch(field, operator, List.of());
            case IN -> new Filter.FieldMatch(field, operator, some(pool));
            case EQUALS, CONTAINS, STARTS_WITH, AT_LEAST, AT_MOST ->
                new Filter.FieldMatch(field, operator, List.of(pick(pool)));
        };
    }

    private DateWindow window(boolean within) {
        if (within) {
            return new DateWindow(random.nextInt(40), null, null);
        }
        LocalDate day = today.plusDays(random.nextInt(40) - 25);
        return switch (random.nextInt(3)) {
            case 0 -> new DateWindow(null, day, null);
            case 1 -> new DateWindow(null, null, day);
            default -> new DateWindow(null, day.plusDays(10), day);
        };
    }

    private long question() {
        return pick(List.copyOf(things.questionLineages().keySet()));
    }

    private <T> List<T> some(List<T> pool) {
        List<T> chosen = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            chosen.add(pick(pool));
        }
        return chosen;
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextInt(3) == 0 ? value : null;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
