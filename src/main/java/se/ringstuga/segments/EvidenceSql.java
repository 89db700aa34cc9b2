package se.ringstuga.segments;

import se.ringstuga.segments.Filter.Means;

/** What the register, the surveys and the calls say about the person, as text: the reason why a filter holds or not. */
final class EvidenceSql {

    private final SqlWriter writer;
    private final Scope scope;

    EvidenceSql(SqlWriter writer, Scope scope) {
        this.writer = writer;
        this.scope = scope;
    }

    /** A scalar expression of type text, null where nothing is known or the filter only combines others. */
    String write(Filter filter) {
        return switch (filter) {
            case Filter.All _, Filter.Any _, Filter.Not _ -> "cast(null as text)";
            case Filter.Joined _ -> membership("joined_on");
            case Filter.PaidUntil _ -> membership("paid_until");
            case Filter.Tagged tagged ->
                "(select string_agg(t.title, ', ' order by t.title) from person_tag pt join tag t on t.id = pt.tag_id"
                        + " where pt.person_id = p.id and pt.tag_id = any(" + writer.longs(tagged.tagIds()) + "))";
            case Filter.InOrganization in -> organizations(in.slug());
            case Filter.FieldMatch match -> "cast(" + match.field().column() + " as text)";
            case Filter.Reachable reachable -> means(reachable.means());
            case Filter.SurveyAnswered answered -> submission(answered.surveyId());
            case Filter.OptionChosen chosen -> options(chosen);
            case Filter.TextAnswered text ->
                "(select left(a.text, 200) " + writer.answers(text.surveyId(), text.questionId()) + writer.readable()
                        + " and a.text is not null order by s.submitted_at desc, a.id limit 1)";
            case Filter.ValueAnswered value ->
                "(select cast(a.value as text) " + writer.answers(value.surveyId(), value.questionId())
                        + writer.readable() + " and a.value is not null order by s.submitted_at desc, a.id limit 1)";
            case Filter.CallHistory history ->
                "(select count(*) || ' called, ' || count(*) filter (where " + SqlWriter.REACHED + ") || ' reached' "
                        + writer.calls(history) + ")";
            case Filter.Broadcasted broadcasted -> MessageSql.fate(broadcasted, writer);
            case Filter.Messaged messaged -> MessageSql.latest(messaged, writer, scope.zone());
            case Filter.EventHistory history -> EventSql.latest(history, writer, scope.zone());
        };
    }

    private static String membership(String column) {
        return "(select cast(m." + column + " as text) from membership m"
                + " where m.organization_id = p.organization_id and m.person_id = p.id)";
    }

    private String organizations(String slug) {
        return "(select string_agg(o.name, ', ' order by o.name) from organization o"
                + " join organization_closure c on c.descendant_id = o.id join organization top on top.id = c.ancestor_id"
                + " where top.slug = " + writer.parameter(slug) + " and (o.id = p.organization_id"
                + " or exists (select 1 from membership m where m.person_id = p.id and m.placed_in = o.id)"
                + " or exists (select 1 from person_connection pc where pc.person_id = p.id and pc.connected_to = o.id)))";
    }

    private static String means(Means means) {
        return switch (means) {
            case PHONE, MOBILE ->
                "nullif(concat_ws(', ', " + number("p.phone") + ", " + number("p.alt_phone") + "), '')";
            case EMAIL -> "p.email";
        };
    }

    private static String number(String column) {
        return column + " || ' ' || lower(" + column + "_kind) || case when " + column
                + "_wrong_at is null then '' else ' (wrong)' end";
    }

    private String submission(long surveyId) {
        return "(select to_char(s.submitted_at at time zone "
                + writer.parameter(scope.zone().getId())
                + ", 'YYYY-MM-DD') || case when s.complete then '' else ' (partial)' end from submission s where "
                + writer.currentSubmission(surveyId) + writer.readable()
                + " order by s.complete desc, s.submitted_at desc limit 1)";
    }

    private String options(Filter.OptionChosen chosen) {
        String text = "(select o.text from question_option o where o.id = a.option_id)";
        return "(select string_agg(distinct " + text + ", ', ') "
                + writer.answers(chosen.surveyId(), chosen.questionId())
                + writer.readable()
                + " and a.question_lineage in (select q.lineage from question q join question_option asked"
                + " on asked.question_id = q.id where asked.id = any(" + writer.longs(chosen.optionIds()) + ")))";
    }
}
