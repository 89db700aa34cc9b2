package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;

/** The numbers of an account and the people behind them are the same, whatever became of a message. */
@QuarkusTest
class RecipientNumbersTest extends BroadcastTest {

    /** A row each: its state, why it was skipped, the code that stands with it. A code may be of an attempt before. */
    private static final List<List<String>> FATES = List.of(
            List.of("QUEUED", "", ""),
            List.of("QUEUED", "", "BUDGET"),
            List.of("DISPATCHING", "", "30003"),
            List.of("ACCEPTED", "", ""),
            List.of("SENT", "", ""),
            List.of("DELIVERED", "", ""),
            List.of("DELIVERED", "", "30003"),
            List.of("UNKNOWN", "", ""),
            List.of("UNKNOWN", "", "INTERRUPTED"),
            List.of("EXPIRED", "", ""),
            List.of("EXPIRED", "", ""),
            List.of("EXPIRED", "", "30003"),
            List.of("EXPIRED", "", "BUDGET"),
            List.of("EXPIRED", "", "QUIET_HOURS"),
            List.of("EXPIRED", "", "NO_TIME"),
            List.of("CANCELLED", "", ""),
            List.of("CANCELLED", "", "BUDGET"),
            List.of("CANCELLED", "", "30003"),
            List.of("FAILED", "", "30003"),
            List.of("FAILED", "", "30003"),
            List.of("FAILED", "", "NEVER_CONFIRMED"),
            List.of("FAILED", "", "NOT_WORDED"),
            List.of("SKIPPED", "OPTED_OUT", ""),
            List.of("SKIPPED", "OPTED_OUT", "30003"),
            List.of("SKIPPED", "NO_ADDRESS", ""),
            List.of("SKIPPED", "QUIET_HOURS", ""),
            List.of("SKIPPED", "NO_TIME", "BUDGET"));

    @Inject
    StaffFixtures staff;

    private long broadcast;
    private String asa;

    @BeforeEach
    void oneOfEachFate() {
        for (int i = 0; i < FATES.size(); i++) {
            person("P" + i, "+467017406%02d".formatted(5 + i));
        }
        var wanted = broadcast("Nyheter");
        wanted.put("purpose", "INFORMATION");
        broadcast = draft(wanted);
        act(broadcast, "approval").body("account.targeted", equalTo(FATES.size()));
        var ids = sql.list(NamedSql.of("select id from message order by id"), Map.of(), row -> row.number("id"));
        for (int i = 0; i < FATES.size(); i++) {
            sql.update(
                    NamedSql.of("""
                    update message set state = :state, reason = nullif(:reason, ''), code = nullif(:code, '') where id = :id"""),
                    Map.of(
                            "id", ids.get(i),
                            "state", FATES.get(i).get(0),
                            "reason", FATES.get(i).get(1),
                            "code", FATES.get(i).get(2)));
        }
        asa = staff.session(staff.staff("asa@example.org", SOLNA, Role.ORGANIZER));
    }

    private long opened(RecipientGroup group, @Nullable String reason) {
        var query = "?limit=100&group=" + group + (reason == null ? "" : "&reason=" + encoded(reason));
        var page = StaffFixtures.browser(asa)
                .get("/o/solna/broadcasts/" + broadcast + "/people" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return Pattern.compile("href=\"/o/solna/messages/\\d+\"")
                .matcher(page)
                .results()
                .count();
    }

    /** How many people the same number is as a filter. */
    private long filtered(RecipientGroup group, @Nullable String reason) {
        var wanted = broadcast("Igen");
        wanted.put("filter", group.filter(broadcast, reason));
        return as(token)
                .body(wanted)
                .post(in(SOLNA, "/broadcasts?dryRun=true"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("targeted");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void agrees(RecipientGroup group, @Nullable String reason, long number) {
        var what = group + (reason == null ? "" : " " + reason);
        assertThat(opened(group, reason)).as("people on the page of " + what).isEqualTo(number);
        assertThat(filtered(group, reason))
                .as("people of the filter of " + what)
                .isEqualTo(number);
    }

    @Test
    void eachNumberOpensAsManyPeopleAsItSays() {
        var account = read(broadcast).extract().jsonPath();
        var numbers = new HashMap<RecipientGroup, Long>();
        numbers.put(RecipientGroup.ALL, account.getLong("account.targeted"));
        numbers.put(RecipientGroup.DELIVERED, account.getLong("account.delivered"));
        numbers.put(RecipientGroup.SENT, account.getLong("account.sent"));
        numbers.put(RecipientGroup.WAITING, account.getLong("account.waiting"));
        numbers.put(RecipientGroup.UNKNOWN, account.getLong("account.unknown"));
        Map<String, Integer> failed = account.getMap("account.failed");
        Map<String, Integer> skipped = account.getMap("account.skipped");
        numbers.put(RecipientGroup.FAILED, sum(failed));
        numbers.put(RecipientGroup.SKIPPED, sum(skipped));
        assertThat(failed)
                .containsOnly(
                        Map.entry("EXPIRED", 3),
                        Map.entry("BUDGET", 1),
                        Map.entry("QUIET_HOURS", 1),
                        Map.entry("NO_TIME", 1),
                        Map.entry("30003", 2),
                        Map.entry("NEVER_CONFIRMED", 1),
                        Map.entry("NOT_WORDED", 1));
        assertThat(skipped).containsEntry("CANCELLED", 3);

        assertThat(numbers).containsOnlyKeys(RecipientGroup.values());
        numbers.forEach((group, number) -> agrees(group, null, number));
        failed.forEach((reason, number) -> agrees(RecipientGroup.FAILED, reason, number));
        skipped.forEach((reason, number) -> agrees(RecipientGroup.SKIPPED, reason, number));
    }

    private static long sum(Map<String, Integer> numbers) {
        return numbers.values().stream().mapToLong(Integer::longValue).sum();
    }
}
