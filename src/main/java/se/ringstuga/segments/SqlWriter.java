package se.ringstuga.segments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ringstuga.people.VisiblePeople;
import se.ringstuga.segments.Filter.CallHistory;
import se.ringstuga.segments.Filter.CallResult;
import se.ringstuga.segments.Filter.DateWindow;
import se.ringstuga.segments.Filter.Means;
import se.ringstuga.segments.Filter.TagMatch;
import se.ringstuga.surveys.SeenAnswers;

/** Writes one tree as SQL; every value becomes a named parameter, and no expression is ever null. */
final class SqlWriter {

    /** A call that broke off reached nobody for good: the person is to be called again (rule 11). */
    static final String REACHED = "c.outcome = 'REACHED' and not c.interrupted";

    private final String prefix;
    private final Scope scope;
    private final Map<String, Object> parameters = new HashMap<>();

    SqlWriter(String prefix, Scope scope) {
        this.prefix = prefix;
        this.scope = scope;
    }

    Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }

    String write(Filter filter) {
        return switch (filter) {
            case Filter.All all -> joinedBy(" and ", all.filters(), "true");
            case Filter.Any any -> joinedBy(" or ", any.filters(), "false");
            case Filter.Not not -> "(not " + write(not.filter()) + ")";
            case Filter.Joined joined -> membership("m.joined_on", joined.window());
            case Filter.PaidUntil paid -> membership("m.paid_until", paid.window());
            case Filter.Tagged tagged -> tagged(tagged);
            case Filter.InOrganization in -> inOrganization(in.slug());
            case Filter.FieldMatch match -> FieldSql.write(match, this::parameter);
            case Filter.Reachable reachable -> reachable(reachable.means());
            case Filter.SurveyAnswered answered -> surveyAnswered(answered);
            case Filter.OptionChosen chosen -> optionChosen(chosen);
            case Filter.TextAnswered text -> textAnswered(text);
            case Filter.ValueAnswered value -> valueAnswered(value);
            case CallHistory history -> callHistory(history);
            case Filter.Broadcasted broadcasted -> "exists (select 1 " + MessageSql.fits(broadcasted, this) + ")";
            case Filter.Messaged messaged -> "exists (select 1 " + MessageSql.sent(messaged, this) + ")";
            case Filter.EventHistory history -> atLeast(EventSql.fits(history, this), history.atLeast());
        };
    }

    /** Whom the organization sees at all, those with a protected identity excepted. */
    String base() {
        return "(p.restricted_at is null and " + visible() + ")";
    }

    /** Whom the organization sees, those with a protected identity among them. */
    String visible() {
        return VisiblePeople.from(parameter(scope.organizationId()));
    }

    /** Over the submissions of {@link #currentSubmission}: whose answers may be shown and not only compared. */
    String readable() {
        return " and " + SeenAnswers.from(parameter(scope.organizationId()));
    }

    private static String subtree(String organization) {
        return "(select below.descendant_id from organization_closure below where below.ancestor_id = " + organization
                + ")";
    }

    private static String above(String organization) {
        return "(select above.ancestor_id from organization_closure above where above.descendant_id = " + organization
                + ")";
    }

    String parameter(Object value) {
        String name = prefix + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    private String joinedBy(String word, List<Filter> filters, String whenEmpty) {
        return filters.isEmpty()
                ? whenEmpty
                : filters.stream().map(this::write).collect(Collectors.joining(word, "(", ")"));
    }

    private String membership(String column, DateWindow window) {
        List<String> conditions = new ArrayList<>();
        LocalDate today = scope.today();
        Integer withinDays = window.withinDays();
        if (withinDays != null) {
            conditions.add(column + " between " + parameter(today.minusDays(withinDays)) + " and " + parameter(today));
        }
        if (window.before() != null) {
            conditions.add(column + " < " + parameter(window.before()));
        }
        if (window.after() != null) {
            conditions.add(column + " > " + parameter(window.after()));
        }
        return "exists (select 1 from membership m where m.organization_id = p.organization_id and m.person_id = p.id and "
                + String.join(" and ", conditions) + ")";
    }

    private String tagged(Filter.Tagged tagged) {
        List<Long> distinct = tagged.tagIds().stream().distinct().toList();
        String tags = longs(distinct);
        String any = "exists (select 1 from person_tag pt where pt.person_id = p.id and pt.tag_id = any(" + tags + "))";
        return switch (tagged.match()) {
            case TagMatch.ANY_OF -> any;
            case TagMatch.NONE_OF -> "(not " + any + ")";
            case TagMatch.ALL_OF ->
                "((select count(*) from person_tag pt where pt.person_id = p.id and pt.tag_id = any(" + tags + ")) = "
                        + parameter((long) distinct.size()) + ")";
        };
    }

    private String inOrganization(String slug) {
        String subtree =
                "(select c.descendant_id from organization_closure c join organization o on o.id = c.ancestor_id"
                        + " where o.slug = " + parameter(slug) + ")";
        return "(p.organization_id in " + subtree
                + " or exists (select 1 from membership m where m.organization_id = p.organization_id"
                + " and m.person_id = p.id and m.placed_in in " + subtree + ")"
                + " or exists (select 1 from person_connection pc where pc.person_id = p.id and pc.connected_to in "
                + subtree + "))";
    }

    private static String reachable(Means means) {
        return switch (means) {
            case Means.PHONE ->
                "((p.phone is not null and p.phone_wrong_at is null)"
                        + " or (p.alt_phone is not null and p.alt_phone_wrong_at is null))";
            case Means.MOBILE ->
                "coalesce((p.phone_kind = 'MOBILE' and p.phone_wrong_at is null)"
                        + " or (p.alt_phone_kind = 'MOBILE' and p.alt_phone_wrong_at is null), false)";
            case Means.EMAIL -> "(coalesce(p.email, '') <> '')";
        };
    }

    private String surveyAnswered(Filter.SurveyAnswered answered) {
        String complete = answered.includingPartial() ? "" : " and s.complete";
        Integer withinDays = answered.withinDays();
        String since = withinDays == null ? "" : " and s.submitted_at >= " + parameter(scope.daysAgo(withinDays));
        return "exists (select 1 from submission s where " + currentSubmission(answered.surveyId()) + complete + since
                + ")";
    }

    private String optionChosen(Filter.OptionChosen chosen) {
        String lineages =
                "(select o.lineage from question_option o where o.id = any(" + longs(chosen.optionIds()) + "))";
        return answer(chosen.surveyId(), chosen.questionId(), "a.option_lineage in " + lineages);
    }

    private String textAnswered(Filter.TextAnswered text) {
        String found = "a.text is not null and strpos(folded(a.text), folded(cast(" + parameter(text.contains())
                + " as text))) > 0";
        return answer(text.surveyId(), text.questionId(), found);
    }

    private String valueAnswered(Filter.ValueAnswered value) {
        String between = "a.value between " + parameter(value.atLeast()) + " and " + parameter(value.atMost());
        return answer(value.surveyId(), value.questionId(), between);
    }

    private String answer(@Nullable Long surveyId, @Nullable Long questionId, String condition) {
        return "exists (select 1 " + answers(surveyId, questionId) + " and " + condition + ")";
    }

    /** From the person's current answers, to be narrowed further. */
    String answers(@Nullable Long surveyId, @Nullable Long questionId) {
        String question = questionId == null
                ? ""
                : " and a.question_lineage = (select q.lineage from question q where q.id = " + parameter(questionId)
                        + ")";
        return "from submission s join answer a on a.submission_id = s.id where " + currentSubmission(surveyId)
                + question;
    }

    /** Answers to surveys that the organization may use: its own and those of the ones above it. */
    String currentSubmission(@Nullable Long surveyId) {
        String survey = surveyId == null ? "" : " and s.survey_id = " + parameter(surveyId);
        return "s.person_id = p.id and s.superseded_at is null" + survey + " and s.survey_organization in "
                + above(parameter(scope.organizationId()));
    }

    private String callHistory(CallHistory history) {
        String calls = calls(history);
        String reached = " and " + REACHED;
        return switch (history.result()) {
            case CallResult.CALLED -> atLeast(calls, history.atLeast());
            case CallResult.REACHED -> atLeast(calls + reached, history.atLeast());
            case CallResult.NOT_REACHED ->
                "(" + atLeast(calls, history.atLeast()) + " and not exists (select 1 " + calls + reached + "))";
        };
    }

    /** From the calls that came to something, by callers of the organization and those below it. */
    String calls(CallHistory history) {
        Long assignment = history.assignmentId();
        Integer withinDays = history.withinDays();
        return "from call c where c.person_id = p.id and c.state in ('REPORTED', 'UNREPORTED')"
                + " and c.organization_id in " + subtree(parameter(scope.organizationId()))
                + (assignment == null ? "" : " and c.assignment_id = " + parameter(assignment))
                + (withinDays == null ? "" : " and c.claimed_at >= " + parameter(scope.daysAgo(withinDays)));
    }

    private String atLeast(String calls, int count) {
        return count == 1
                ? "exists (select 1 " + calls + ")"
                : "((select count(*) " + calls + ") >= " + parameter((long) count) + ")";
    }

    /** The organization and those below it, whose calls and messages count. */
    String below() {
        return subtree(parameter(scope.organizationId()));
    }

    /** The start of the day that many days ago. */
    String since(int days) {
        return parameter(scope.daysAgo(days));
    }

    /** Over {@code column}, an instant: whether it lies in the window by the organization's days, and has been. */
    String within(String column, DateWindow window) {
        var conditions = new ArrayList<String>();
        if (window.withinDays() != null) {
            conditions.add(column + " between " + since(window.withinDays()) + " and " + parameter(scope.now()));
        }
        if (window.before() != null) {
            conditions.add(column + " < " + parameter(scope.startOf(window.before())));
        }
        if (window.after() != null) {
            conditions.add(
                    column + " >= " + parameter(scope.startOf(window.after().plusDays(1))));
        }
        return "(" + String.join(" and ", conditions) + ")";
    }

    String longs(List<Long> ids) {
        return "cast(" + parameter(ids.toArray(Long[]::new)) + " as bigint[])";
    }
}
