package se.ringstuga.automations;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.Language;
import se.ringstuga.segments.Filter;
import se.ringstuga.segments.PersonField;

/** Says filters in plain words, as they stand after "om". */
@ApplicationScoped
class FilterWords {

    private final FlowNames names;

    FilterWords(FlowNames names) {
        this.names = names;
    }

    String of(Filter filter, Language language) {
        return said(filter, MessageBundles.get(FilterMessages.class, Localized.Literal.of(language.tag())));
    }

    private String said(Filter filter, FilterMessages say) {
        return switch (filter) {
            case Filter.All all -> joined(all.filters(), say.and(), say.everybody(), say);
            case Filter.Any any -> joined(any.filters(), say.or(), say.nobody(), say);
            case Filter.Not not -> say.not(said(not.filter(), say));
            case Filter.Joined joined -> joined(joined.window(), say);
            case Filter.PaidUntil paid -> say.paidUntil(window(paid.window(), say));
            case Filter.Tagged tagged -> tagged(tagged, say);
            case Filter.InOrganization in -> say.inOrganization(names.organization(in.slug()));
            case Filter.FieldMatch match -> field(match, say);
            case Filter.Reachable reachable -> reachable(reachable, say);
            case Filter.SurveyAnswered answered ->
                within(say.answered(names.survey(answered.surveyId())), answered.withinDays(), say);
            case Filter.OptionChosen _ -> say.option();
            case Filter.TextAnswered text -> say.text(text.contains());
            case Filter.ValueAnswered value -> say.value(value.atLeast(), value.atMost());
            case Filter.CallHistory history -> within(calls(history, say), history.withinDays(), say);
            case Filter.Broadcasted broadcasted -> say.broadcast(names.broadcast(broadcasted.broadcastId()));
            case Filter.Messaged messaged -> within(say.messaged(), messaged.withinDays(), say);
            case Filter.EventHistory history -> event(history, say);
        };
    }

    private String joined(List<Filter> filters, String word, String whenEmpty, FilterMessages say) {
        return filters.isEmpty()
                ? whenEmpty
                : filters.stream().map(filter -> said(filter, say)).collect(Collectors.joining(" " + word + " "));
    }

    private static String joined(Filter.DateWindow window, FilterMessages say) {
        var days = window.withinDays();
        return days == null ? say.joined(window(window, say)) : say.joinedWithin(days);
    }

    private static String window(Filter.DateWindow window, FilterMessages say) {
        var before = window.before();
        var after = window.after();
        return Stream.of(
                        after == null ? "" : say.after(after.toString()),
                        before == null ? "" : say.before(before.toString()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" " + say.and() + " "));
    }

    private String tagged(Filter.Tagged tagged, FilterMessages say) {
        var word = tagged.match() == Filter.TagMatch.ALL_OF ? say.and() : say.or();
        var tags = tagged.tagIds().stream().map(names::tag).collect(Collectors.joining(" " + word + " "));
        return tagged.match() == Filter.TagMatch.NONE_OF ? say.notTagged(tags) : say.tagged(tags);
    }

    private static String field(Filter.FieldMatch match, FilterMessages say) {
        var field = field(match.field(), say);
        var value = String.join(" " + say.or() + " ", match.values());
        return switch (match.operator()) {
            case EQUALS, IN -> say.fieldIs(field, value);
            case CONTAINS -> say.fieldContains(field, value);
            case STARTS_WITH -> say.fieldStarts(field, value);
            case AT_LEAST -> say.fieldAtLeast(field, value);
            case AT_MOST -> say.fieldAtMost(field, value);
            case IS_EMPTY -> say.fieldEmpty(field);
        };
    }

    private static String field(PersonField field, FilterMessages say) {
        return switch (field) {
            case GIVEN_NAME -> say.givenName();
            case FAMILY_NAME -> say.familyName();
            case EMAIL -> say.emailField();
            case STREET -> say.street();
            case CITY -> say.city();
            case LANGUAGE -> say.language();
            case EXTERNAL_ID -> say.externalId();
            case POSTAL_CODE -> say.postalCode();
            case BIRTH_YEAR -> say.birthYear();
        };
    }

    private static String reachable(Filter.Reachable reachable, FilterMessages say) {
        return switch (reachable.means()) {
            case PHONE -> say.hasPhone();
            case MOBILE -> say.hasMobile();
            case EMAIL -> say.hasEmail();
        };
    }

    private static String calls(Filter.CallHistory history, FilterMessages say) {
        var times = history.atLeast() == 1 ? say.once() : say.times(history.atLeast());
        return switch (history.result()) {
            case CALLED -> say.called(times);
            case REACHED -> say.reached();
            case NOT_REACHED -> say.notReached(times);
        };
    }

    private String event(Filter.EventHistory history, FilterMessages say) {
        var what = what(history, say);
        return switch (history.result()) {
            case INVITED -> say.invited(what);
            case SIGNED_UP -> say.signedUp(what);
            case WAITING -> say.queues(what);
            case CANCELLED -> say.declined(what);
            case ATTENDED -> say.attended(what);
            case ABSENT -> say.absent(what);
        };
    }

    private String what(Filter.EventHistory history, FilterMessages say) {
        var event = history.eventId();
        var kind = history.kindId();
        if (event != null) {
            return names.event(event);
        }
        return kind != null ? names.kind(kind) : say.anEvent();
    }

    private static String within(String said, @Nullable Integer days, FilterMessages say) {
        return days == null ? said : said + " " + say.withinDays(days);
    }
}
