package se.ringstuga.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.contact.Consents.Decision;
import se.ringstuga.contact.Consents.Said;
import se.ringstuga.contact.Consents.Topic;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** What people decide about being contacted, by channel and purpose. */
@QuarkusTest
class ConsentsTest extends ApiTest {

    private static final String NUMBER = "+46701740605";

    @Inject
    Consents consents;

    @Inject
    UserTransaction transaction;

    @Inject
    Sql sql;

    private long root;
    private Consents.Person anna;
    private Consents.Person bo;

    @BeforeEach
    void aHousehold() {
        root = a.organization("solna");
        var group = a.organizationBelow("solna", "huvudsta");
        anna = person(root, NUMBER, "anna@example.org");
        bo = person(group, NUMBER, "Anna@Example.org");
    }

    private Consents.Person person(long organization, String phone, String email) {
        return sql.first(
                        NamedSql.of("""
                                insert into person (organization_id, given_name, phone, phone_kind, email, created_at, updated_at)
                                values (:organization, 'Anna', :phone, 'MOBILE', :email, :now, :now) returning id"""),
                        Map.of("organization", organization, "phone", phone, "email", email, "now", clock.instant()),
                        row -> new Consents.Person(organization, row.number("id")))
                .orElseThrow();
    }

    private <T> T inTransaction(Callable<T> work) {
        try {
            transaction.begin();
            var made = work.call();
            transaction.commit();
            return made;
        } catch (Exception cause) {
            throw new IllegalStateException(cause);
        }
    }

    private void record(Consents.Person person, Topic topic, Decision decision) {
        inTransaction(() -> {
            consents.record(person, topic, new Said(decision, "form", "staff:1"));
            return true;
        });
    }

    private List<String> states(Consents.Person person) {
        return sql.list(NamedSql.of("""
                        select channel || ' ' || purpose || ' ' || decision as line from contact_state
                        where person_id = :person order by 1"""), Map.of("person", person.id()), row -> row.text("line"));
    }

    private long disagreeing() {
        return sql.first(NamedSql.of("""
                                select count(*) as rows from contact_state s full join (
                                  select distinct on (person_id, channel, purpose) person_id, channel, purpose, decision, at, id
                                  from contact_consent order by person_id, channel, purpose, id desc) l
                                  using (person_id, channel, purpose)
                                where s.decision is distinct from l.decision or s.since is distinct from l.at
                                   or s.consent_id is distinct from l.id"""), Map.of(), row -> row.number("rows")).orElseThrow();
    }

    @Test
    void eachChannelAndPurposeIsDecidedByItself() {
        record(anna, new Topic(Channel.EMAIL, Purpose.INFORMATION), Decision.WITHDRAWN);
        record(anna, Topic.any(Channel.SMS), Decision.GRANTED);

        assertThat(states(anna)).containsExactly("EMAIL INFORMATION WITHDRAWN", "SMS ANY GRANTED");
        assertThat(states(bo)).isEmpty();
    }

    @Test
    void aNumberThatSaysNoSpeaksForEveryoneOnItInTheTree() {
        a.organization("malmo");
        var elsewhere = person(a.organization("lund"), NUMBER, "other@example.org");
        var formerOwner = person(root, NUMBER, "cilla@example.org");
        sql.update(
                NamedSql.of("update person set phone_wrong_at = created_at where id = :id"),
                Map.of("id", formerOwner.id()));

        var concerned = inTransaction(() -> consents.recordForAll(
                root, NUMBER, Topic.any(Channel.SMS), new Said(Decision.WITHDRAWN, "sms:1", "person")));

        assertThat(concerned).containsExactly(anna, bo);
        assertThat(states(anna)).containsExactly("SMS ANY WITHDRAWN");
        assertThat(states(bo)).containsExactly("SMS ANY WITHDRAWN");
        assertThat(states(elsewhere)).isEmpty();
        assertThat(states(formerOwner)).isEmpty();
    }

    @Test
    void anAddressIsTheSameHoweverItsLettersAreWritten() {
        var concerned = inTransaction(() -> consents.recordForAll(
                root, "ANNA@example.org", Topic.any(Channel.EMAIL), new Said(Decision.WITHDRAWN, "mail", "person")));
        assertThat(concerned).containsExactly(anna, bo);

        assertThat(inTransaction(() -> consents.suppress(root, Channel.EMAIL, "anna@example.org", "mail")))
                .isTrue();
        assertThat(inTransaction(() -> consents.suppress(root, Channel.EMAIL, "ANNA@example.org", "mail")))
                .isFalse();
    }

    @Test
    void aSuppressionIsLiftedByItsOwnChannelAlone() {
        inTransaction(() -> consents.suppress(root, Channel.SMS, NUMBER, "sms:1"));

        assertThat(inTransaction(() -> consents.liftSuppression(root, Channel.CALL, NUMBER)))
                .isFalse();
        assertThat(inTransaction(() -> consents.liftSuppression(root, Channel.SMS, NUMBER)))
                .isTrue();
        assertThat(inTransaction(() -> consents.liftSuppression(root, Channel.SMS, NUMBER)))
                .isFalse();
    }

    @Test
    void whatWasSaidBeforeHoldsAgainWhenALaterWordWasAMistake() {
        var topic = Topic.any(Channel.SMS);
        record(anna, topic, Decision.GRANTED);
        inTransaction(() -> {
            consents.record(anna, topic, new Said(Decision.WITHDRAWN, "sms:1", "person"));
            consents.takeBack(anna, topic, "sms:1", "staff:1");
            return true;
        });

        assertThat(states(anna)).containsExactly("SMS ANY GRANTED");
        assertThat(disagreeing()).isZero();
    }

    @Test
    void theStateIsTheLastLineOfTheLogWhoeverSaysWhatAtTheSameMoment() throws Exception {
        var begin = new CountDownLatch(1);
        var deciding = new ArrayList<Future<Boolean>>();
        try (var callers = Executors.newFixedThreadPool(4)) {
            for (int caller = 0; caller < 4; caller++) {
                var random = new Random(caller);
                deciding.add(callers.submit(() -> {
                    begin.await();
                    for (int i = 0; i < 40; i++) {
                        decideAtRandom(random);
                    }
                    return true;
                }));
            }
            begin.countDown();
            for (var decided : deciding) {
                assertThat(decided.get()).isTrue();
            }
        }

        assertThat(disagreeing()).isZero();
        assertThat(states(anna)).hasSizeGreaterThan(5);
    }

    private void decideAtRandom(Random random) {
        var topic =
                new Topic(one(random, Channel.values()), random.nextBoolean() ? null : one(random, Purpose.values()));
        var said = new Said(one(random, Decision.values()), "form", "staff:1");
        inTransaction(() -> {
            if (random.nextBoolean()) {
                consents.recordForAll(
                        root, topic.channel() == Channel.EMAIL ? "anna@example.org" : NUMBER, topic, said);
            } else {
                consents.record(random.nextBoolean() ? anna : bo, topic, said);
            }
            return true;
        });
    }

    private static <T> T one(Random random, T[] choice) {
        return choice[random.nextInt(choice.length)];
    }
}
