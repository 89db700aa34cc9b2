package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Permission;
import se.ringstuga.database.NamedSql;

/** Who may approve what (rule 23): at most three people within 24 hours without a second look. */
@QuarkusTest
class ApprovalsTest extends SmsCostTest {

    @BeforeEach
    void atMostThreeWithoutASecond() {
        people(2);
        choose(Map.of("approvalLimit", 3));
    }

    private void refused(String by, long broadcast) {
        as(by).post(in("solna", "/broadcasts/" + broadcast + "/approval"))
                .then()
                .statusCode(409)
                .body("type", endsWith("/problems/second-approval-needed"));
    }

    private void approved(String by, long broadcast) {
        as(by).post(in("solna", "/broadcasts/" + broadcast + "/approval"))
                .then()
                .statusCode(200)
                .body("state", equalTo("SENDING"));
    }

    @Test
    void theLimitCountsTheSumOfADay() {
        approved(token, draft(broadcast("Ett")));
        var second = draft(broadcast("Två"));
        refused(token, second);

        clock.advance(Duration.ofHours(24));
        approved(token, second);
    }

    @Test
    void somebodyElseMayApproveWhatIsOverTheLimit() {
        approved(token, draft(broadcast("Ett")));

        approved(a.token("solna"), draft(broadcast("Två")));
    }

    @Test
    void theSamePersonThroughATokenIsStillTheSame() {
        var phone = a.token("solna");
        madeBy("staff:7", token);
        madeBy("staff:7", phone);
        approved(token, draft(broadcast("Ett")));

        refused(phone, draft(broadcast("Två")));
    }

    @Test
    void aTokenThatATokenMadeIsWhoeverMadeThatOne() {
        var first = a.token("solna");
        var second = a.token("solna");
        madeBy("staff:7", token);
        madeBy("staff:7", first);
        madeBy("token:" + id(first), second);
        approved(token, draft(broadcast("Ett")));
        var draft = draft(broadcast("Två"));
        refused(second, draft);

        madeBy("staff:8", first);
        approved(second, draft);
    }

    private void changed(String by, long broadcast, String text) {
        as(by).body(Map.of("text", text))
                .patch(in("solna", "/broadcasts/" + broadcast))
                .then()
                .statusCode(200)
                .body("changedBy", equalTo("token:" + id(by)));
    }

    @Test
    void whoeverChangedItLastDoesNotApproveItEither() {
        approved(token, draft(broadcast("Ett")));
        var draft = draft(broadcast("Två"));
        var rewriter = a.token("solna");
        var phone = a.token("solna");
        madeBy("token:" + id(rewriter), phone);
        changed(rewriter, draft, "Något helt annat");

        refused(rewriter, draft);
        refused(phone, draft);
        refused(token, draft);
        approved(a.token("solna"), draft);
    }

    @Test
    void itsAuthorSendsItAsLongAsTheLimitIsNotExceeded() {
        approved(token, draft(broadcast("Till två av högst tre")));
    }

    @Test
    void itsAuthorDoesNotApproveWhatIsAboveTheLimitByItself() {
        people(4);
        var draft = draft(broadcast("Till fler än tre"));

        refused(token, draft);
        approved(a.token("solna"), draft);
    }

    @Test
    void aChangeVoidsTheApprovalAndWhoeverMadeItDoesNotGiveTheNext() {
        people(4);
        var draft = draft(broadcast("Till fler än tre"));
        var second = a.token("solna");
        approved(second, draft);
        as(second)
                .delete(in("solna", "/broadcasts/" + draft + "/approval"))
                .then()
                .statusCode(200);
        as(token)
                .get(in("solna", "/broadcasts/" + draft))
                .then()
                .body("state", equalTo("DRAFT"))
                .body("approvedBy", nullValue());
        changed(second, draft, "Något helt annat");

        refused(second, draft);
        refused(token, draft);
        approved(a.token("solna"), draft);
    }

    private ValidatableResponse approve(long broadcast, String ifMatch) {
        return as(token)
                .header("If-Match", ifMatch)
                .post(in("solna", "/broadcasts/" + broadcast + "/approval"))
                .then();
    }

    @Test
    void anApprovalIsForTheVersionThatWasReadAndNoOther() {
        var draft = draft(broadcast("Ett"));
        var read = as(token).get(in("solna", "/broadcasts/" + draft)).header("ETag");
        changed(token, draft, "Något helt annat");

        approve(draft, read).statusCode(412).body("type", endsWith("/problems/changed-since"));
        as(token).get(in("solna", "/broadcasts/" + draft)).then().body("state", equalTo("DRAFT"));
        approve(draft, "\"1\"").statusCode(200).body("state", equalTo("SENDING"));
    }

    @Test
    void belowTheLimitWhoeverChangedItMayApproveIt() {
        var draft = draft(broadcast("Ett"));
        var rewriter = a.token("solna");
        changed(rewriter, draft, "Något helt annat");

        approved(rewriter, draft);
    }

    @Test
    void whoeverHandedADraftOverApprovesItAsLittleAsBefore() {
        var former = a.token("solna");
        madeBy("staff:7", former);
        approved(token, draft(broadcast("Ett")));
        token = former;
        var draft = draft(broadcast("Två"));
        sql.update(NamedSql.of("""
                        with them as (
                          insert into staff (id, email, name, created_at)
                          values (7, 'eva@example.org', 'Eva', :now), (8, 'olle@example.org', 'Olle', :now) returning id)
                        update broadcast set created_by = 'staff:8' where id = :draft and exists (select from them)"""), Map.of("now", clock.instant(), "draft", draft));
        sql.update(NamedSql.of("""
                        insert into staff_handover (organization_id, kind, thing_id, from_staff, to_staff, handed_at, handed_by)
                        select organization_id, 'BROADCAST_DRAFT', id, 7, 8, :now, 'staff:1' from broadcast where id = :draft"""), Map.of("now", clock.instant(), "draft", draft));

        refused(former, draft);
        approved(a.token("solna"), draft);
    }

    @Test
    void whoeverHandedAMonthlyTextOverApprovesNoneOfItsBroadcasts() {
        var former = a.token("solna");
        madeBy("staff:7", former);
        approved(token, draft(broadcast("Ett")));
        var draft = draft(broadcast("Två"));
        sql.update(NamedSql.of("""
                        insert into staff (id, email, name, created_at)
                        values (7, 'eva@example.org', 'Eva', :now), (8, 'olle@example.org', 'Olle', :now)"""), Map.of("now", clock.instant()));
        sql.update(NamedSql.of("""
                        with monthly as (
                          insert into recurring_broadcast (organization_id, title, channel, purpose, filter, text, personal, day, local_time,
                                                           except_months, lead_hours, by_itself, created_at, created_by, changed_by)
                          select organization_id, 'Medlemsblad', 'EMAIL', 'INFORMATION', '{}', 'Hej', false, 1, time '17:30', '{}', 72, false,
                                 :now, 'staff:8', 'staff:8' from broadcast where id = :draft returning *),
                        made as (
                          insert into recurring_occurrence (recurring_id, organization_id, month, at, broadcast_id)
                          select id, organization_id, date '2026-12-01', :now, :draft from monthly)
                        insert into staff_handover (organization_id, kind, thing_id, from_staff, to_staff, handed_at, handed_by)
                        select organization_id, 'RECURRING', id, 7, 8, :now, 'staff:1' from monthly"""), Map.of("now", clock.instant(), "draft", draft));
        sql.update(
                NamedSql.of("update broadcast set created_by = 'staff:8' where id = :draft"), Map.of("draft", draft));

        refused(former, draft);
        approved(a.token("solna"), draft);
    }

    private void madeBy(String actor, String token) {
        sql.update(
                NamedSql.of("update api_token set created_by = :actor where id = :id"),
                Map.of("actor", actor, "id", id(token)));
    }

    /** The secret is kept as a hash alone: the token is found by what it does. */
    private long id(String token) {
        as(token).get(in("solna", "/broadcasts")).then().statusCode(200);
        return sql.first(
                        NamedSql.of("select id from api_token where secret_hash = sha256(convert_to(:token, 'UTF8'))"),
                        Map.of("token", token),
                        row -> row.number("id"))
                .orElseThrow();
    }

    @Test
    void sendingBeginsTwoMinutesAfterTheApproval() {
        approved(token, draft(broadcast("Ett")));
        clock.advance(Duration.ofSeconds(119));
        sendAll();
        assertThat(arrived()).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        sendAll();
        assertThat(arrived()).hasSize(2);
    }

    @Test
    void approvingNeedsTheRight() {
        var draft = draft(broadcast("Ett"));
        as(a.token("solna", Permission.MESSAGES_READ))
                .post(in("solna", "/broadcasts/" + draft + "/approval"))
                .then()
                .statusCode(403);
    }
}
