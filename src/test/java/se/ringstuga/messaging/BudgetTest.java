package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Permission;
import se.ringstuga.database.NamedSql;
import se.ringstuga.messaging.gateway.DeliveryStatus;
import se.ringstuga.messaging.gateway.ProviderEvent;

/** The monthly and the daily budget of SMS (rule 23), with half a krona a part. */
@QuarkusTest
class BudgetTest extends SmsCostTest {

    @Inject
    ProviderNews news;

    @Inject
    SmsBudgets budgets;

    @Test
    void anApprovalSetsAsideAndSendingSpends() {
        people(4);
        budget(100, 1000);
        var id = draft(broadcast("Välkomna"));
        act(id, "approval").statusCode(200);
        spent().body("own", equalTo(true))
                .body("day.reserved", equalTo(2.0f))
                .body("day.spent", equalTo(0.0f))
                .body("day.left", equalTo(98.0f))
                .body("month.reserved", equalTo(2.0f))
                .body("month.left", equalTo(998.0f));

        clock.advance(Duration.ofMinutes(2));
        sendAll();

        spent().body("day.reserved", equalTo(0.0f))
                .body("day.spent", equalTo(2.0f))
                .body("month.spent", equalTo(2.0f));
    }

    @Test
    void whatWasNotSentCostsNothing() {
        people(4);
        budget(100, 1000);
        var id = draft(broadcast("Välkomna"));
        act(id, "approval").statusCode(200);
        act(id, "cancellation").statusCode(200);
        spent().body("day.reserved", equalTo(0.0f)).body("day.spent", equalTo(0.0f));

        single(person("Bo", 30), "Hej [REFUSED]").statusCode(201);
        sendAll();
        spent().body("day.reserved", equalTo(0.0f)).body("day.spent", equalTo(0.0f));
    }

    @Test
    void whatTheProviderSaysItCostTakesThePlaceOfWhatWasReckoned() {
        budget(100, 1000);
        long id = single(person("Bo", 30), "Hej").extract().jsonPath().getLong("id");
        sendAll();
        spent().body("day.spent", equalTo(0.5f));

        news.apply(List.of(priced(id, "0.39", "SEK")));
        spent().body("day.spent", equalTo(0.39f));
        news.apply(List.of(priced(id, "0.05", "USD")));
        spent().body("day.spent", equalTo(0.55f));
        news.apply(List.of(priced(id, "7", "JPY")));
        spent().body("day.spent", equalTo(0.55f));
    }

    private static ProviderEvent priced(long message, String price, String currency) {
        return new ProviderEvent(
                "sandbox", "x" + message, message, 1, DeliveryStatus.DELIVERED, null, new BigDecimal(price), currency);
    }

    @Test
    void anApprovalThatWouldExceedTheBudgetIsRefusedWithWhatIsNeededAndLeft() {
        people(4);
        budget(1.5, 1000);
        var id = draft(broadcast("Välkomna"));

        act(id, "approval")
                .statusCode(409)
                .body("type", endsWith("/problems/budget-exceeded"))
                .body("period", equalTo("DAY"))
                .body("needed", equalTo(2.0f))
                .body("left", equalTo(1.5f));
        spent().body("day.reserved", equalTo(0.0f));
        as(token).get(in("solna", "/broadcasts/" + id)).then().body("state", equalTo("DRAFT"));

        budget(2, 2);
        act(id, "approval").statusCode(200);
    }

    @Test
    void whatIsSentTomorrowCountsTomorrow() {
        people(4);
        budget(3, 5);
        act(draft(broadcast("Välkomna")), "approval").statusCode(200);
        var tomorrow = broadcast("Glöm inte mötet");
        tomorrow.put("sendAt", "2026-11-21T12:00:00Z");
        act(draft(tomorrow), "approval").statusCode(200);
        spent().body("day.reserved", equalTo(2.0f)).body("month.reserved", equalTo(4.0f));

        tomorrow.put("sendAt", "2026-11-22T12:00:00Z");
        act(draft(tomorrow), "approval")
                .statusCode(409)
                .body("period", equalTo("MONTH"))
                .body("left", equalTo(1.0f));
        tomorrow.put("sendAt", "2026-12-01T12:00:00Z");
        act(draft(tomorrow), "approval").statusCode(200);
    }

    @Test
    void aDayBeginsAtMidnightWhereTheAssociationIs() {
        clock.set(Instant.parse("2026-11-20T22:59:00Z"));
        budget(0.5, 100);
        var bo = person("Bo", 30);
        single(bo, "Ett").statusCode(201);
        sendAll();
        single(bo, "Två").statusCode(201);
        sendAll();
        assertThat(arrived()).containsExactly("Ett");

        clock.set(Instant.parse("2026-11-20T23:00:00Z"));
        sendAll();
        assertThat(arrived()).containsExactly("Ett", "Två");
    }

    @Test
    void whatCannotBePaidForWaitsAndExpiresWithTheReason() {
        budget(0.5, 0.5);
        var bo = person("Bo", 30);
        single(bo, "Ett").statusCode(201);
        sendAll();
        long id = single(bo, "Två").extract().jsonPath().getLong("id");
        sendAll();
        message(id).body("state", equalTo("QUEUED")).body("code", equalTo("BUDGET"));

        clock.advance(Duration.ofDays(2));
        sendAll();
        message(id).body("state", equalTo("EXPIRED")).body("code", equalTo("BUDGET"));
        assertThat(arrived()).containsExactly("Ett");
    }

    @Test
    void aHigherBudgetLetsGoWhatWaited() {
        budget(0.5, 0.5);
        var bo = person("Bo", 30);
        single(bo, "Ett").statusCode(201);
        single(bo, "Två").statusCode(201);
        sendAll();
        assertThat(arrived()).hasSize(1);

        budget(1, 1);
        clock.advance(Duration.ofMinutes(10));
        sendAll();
        assertThat(arrived()).containsExactly("Ett", "Två");
        spent().body("day.left", equalTo(0.0f));
    }

    @Test
    void remindersOfTheDayAnswersToOptOutsAndNewsOfMovedMeetingsGoWithoutAnythingLeft() {
        budget(0, 0);
        var bo = person("Bo", 30);
        for (var text : List.of("Påminnelse", "Svar", "Flyttat", "Allt annat", "Senare påminnelse")) {
            single(bo, text).statusCode(201);
        }
        change(
                "update message set purpose = 'REMINDER', not_after = created_at + interval '24 hours' where template = 'Påminnelse'");
        change("update message set purpose = 'REMINDER' where template = 'Senare påminnelse'");
        change("update message set source = 'ANSWER' where template = 'Svar'");
        change("update message set beyond_budget = true where template = 'Flyttat'");
        sendAll();

        assertThat(arrived()).containsExactlyInAnyOrder("Påminnelse", "Svar", "Flyttat");
    }

    private void change(String statement) {
        sql.update(NamedSql.of(statement), Map.of());
    }

    @Test
    void administratorsHearOnceWhenFourFifthsAreUsed() {
        people(4);
        budget(2.5, 100);
        act(draft(broadcast("Välkomna")), "approval").statusCode(200);
        single(person("Bo", 30), "Hej").statusCode(201);
        sendAll();
        budgets.addUp();

        as(token)
                .get(in("solna", "/notices"))
                .then()
                .body("items.kind", equalTo(List.of("SMS_BUDGET")))
                .body("items[0].text", equalTo("Dagens sms-budget är snart slut: 2 av 3 kr är använda eller avsatta."));
    }

    @Test
    void pricesThatTurnOutHigherAreWarnedOfWithoutAnybodySending() {
        budget(1, 100);
        long id = single(person("Bo", 30), "Hej").extract().jsonPath().getLong("id");
        sendAll();
        as(token).get(in("solna", "/notices")).then().body("items.size()", equalTo(0));

        news.apply(List.of(priced(id, "0.9", "SEK")));
        budgets.addUp();
        as(token).get(in("solna", "/notices")).then().body("items.size()", equalTo(1));
    }

    @Test
    void theNearestBudgetCoversAllBelowIt() {
        budget(10, 10);
        a.organizationBelow("solna", "huvudsta");
        a.organizationBelow("huvudsta", "kvarteret");
        as(token)
                .body(Map.of("smsDailyBudget", 3, "smsMonthlyBudget", 4))
                .put(in("huvudsta", "/messaging-settings"))
                .then()
                .statusCode(200);

        as(token)
                .get(in("kvarteret", "/messaging-budget"))
                .then()
                .body("own", equalTo(false))
                .body("day.limit", equalTo(3.0f))
                .body("month.left", equalTo(4.0f));
    }

    @Test
    void withoutABudgetNothingIsRefusedAndEverythingCounted() {
        people(4);
        act(draft(broadcast("Välkomna")), "approval").statusCode(200);

        spent().body("day.limit", nullValue()).body("day.left", nullValue()).body("day.reserved", equalTo(2.0f));
    }

    @Test
    void anErasedPersonsMessageStaysPaid() {
        var bo = person("Bo", 30);
        single(bo, "Hej").statusCode(201);
        sendAll();
        change("delete from person");

        spent().body("day.spent", equalTo(0.5f)).body("day.reserved", equalTo(0.0f));
    }

    @Test
    void whatIsWrittenDownIsTheSumOfTheMessages() {
        people(8);
        budget(100, 1000);
        var ids = new ArrayList<Long>();
        for (var text : List.of("Ett", "Två [FAILED]", "Tre [REFUSED]", "Fyra [SILENT]", "Fem [BUSY]")) {
            ids.add(draft(broadcast(text)));
            act(ids.getLast(), "approval").statusCode(200);
        }
        act(ids.getFirst(), "cancellation").statusCode(200);
        clock.advance(Duration.ofMinutes(2));
        sendAll();
        sendAll();
        budgets.addUp();

        var exact = sql.first(NamedSql.of("""
                        select sum(message_reserved(state, price, told_price)) as reserved,
                               sum(message_spent(state, price, told_price)) as spent from message"""), Map.of(), row -> List.of(row.decimal("reserved"), row.decimal("spent")))
                .orElseThrow();
        var kept = sql.first(
                        NamedSql.of("select reserved, spent from sms_budget where period = 'MONTH'"),
                        Map.of(),
                        row -> List.of(row.decimal("reserved"), row.decimal("spent")))
                .orElseThrow();
        assertThat(kept).isEqualTo(exact);
    }

    @Test
    void theBudgetIsSeenByWhoMayReadMessages() {
        a.organization("taby");
        as(a.token("taby")).get(in("solna", "/messaging-budget")).then().statusCode(404);
        as(a.token("solna", Permission.PEOPLE_READ))
                .get(in("solna", "/messaging-budget"))
                .then()
                .statusCode(403);
        as("wrong").get(in("solna", "/messaging-budget")).then().statusCode(401);
    }
}
