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

/** Says filters in plain words, as they stand after "personen". */
@ApplicationScoped
class FilterWords {

    private final FlowNames names;

    FilterWords(FlowNames names) {
        this.names = names;
    }

    String of(Filter filter, Language language) {
        return said(filter, MessageBundles.get(FilterMessages.class, Localized.Literal.of(language.tag())));
    }

    /** What is denied is denied at the leaves, where a language has words for it: “inte har taggen”. */
    private String said(Filter filter, FilterMessages say) {
        return said(filter, false, say);
    }

    private String said(Filter filter, boolean denied, FilterMessages say) {
        return switch (filter) {
            case Filter.All all ->
                denied ? any(all.filters(), true, say) : all(all.filters(), false, say);
            case Filter.Any any ->
                denied ? all(any.filters(), true, say) : any(any.filters(), false, say);
            case Filter.Not not -> said(not.filter(), !denied, say);
            case Filter.Tagged tagged when denied && tagged.match() == Filter.TagMatch.NONE_OF ->
                tagged(new Filter.Tagged(Filter.TagMatch.ANY_OF, tagged.tagIds()), say);
            case Filter.Tagged tagged when denied && tagged.match() == Filter.TagMatch.ANY_OF ->
                tagged(new Filter.Tagged(Filter.TagMatch.NONE_OF, tagged.tagIds()), say);
            case Filter leaf -> denied ? say.not(leaf(leaf, say)) : leaf(leaf, say);
        };
    }

    private String all(List<Filter> filters, boolean denied, FilterMessages say) {
        return filters.isEmpty() ? say.everybody() : joined(filters, say.and(), denied, say);
    }

    private String any(List<Filter> filters, boolean denied, FilterMessages say) {
        return filters.isEmpty() ? say.nobody() : joined(filters, say.or(), denied, say);
    }

    /** What is itself put together stands in brackets. */
    private String joined(List<Filter> filters, String word, boolean denied, FilterMessages say) {
        return filters.stream()
                .map(filter -> filters.size() > 1 && isJoined(filter)
                        ? "(" + said(filter, denied, say) + ")"
                        : said(filter, denied, say))
                .collect(Collectors.joining(" " + word + " "));
    }

    private static boolean isJoined(Filter filter) {
        return switch (filter) {
            case Filter.All all -> all.filters().size() > 1;
            case Filter.Any any -> any.filters().size() > 1;
            case Filter.Not not -> isJoined(not.filter());
            case Filter _ -> false;
        };
    }

    private String leaf(Filter filter, FilterMessages say) {
        return switch (filter) {
            case Filter.All _, Filter.Any _, Filter.Not _ -> said(filter, say);
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

    private static String joined(Filter.DateWindow window, FilterMessages say) {
        var days = window.withinDays();
        return days == null ? say.joined(window(window, say)) : say.joinedWithin(lastDays(days, say));
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
        return days == null ? said : said + " " + lastDays(days, say);
    }

    private static String lastDays(int days, FilterMessages say) {
        return days == 1 ? say.withinDay() : say.withinDays(days);
    }
}
