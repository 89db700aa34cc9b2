package se.ringstuga.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Consents;
import se.ringstuga.database.ClockDrift;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.fence.Fence;
import se.ringstuga.http.Language;
import se.ringstuga.messaging.CodeMessages.End;
import se.ringstuga.messaging.CodeMessages.Taken;
import se.ringstuga.messaging.email.EmailGateways;
import se.ringstuga.messaging.email.EmailLayout;
import se.ringstuga.messaging.email.EmailText;
import se.ringstuga.messaging.email.OutgoingEmail;
import se.ringstuga.messaging.gateway.Outcome;
import se.ringstuga.messaging.sms.OutgoingSms;
import se.ringstuga.messaging.sms.SmsGateways;
import se.ringstuga.messaging.sms.SmsText;

/**
 * Sends the codes that wait, and what is told to those who confirmed an address with one. Numbers and addresses that have said no
 * are sent nothing, and what an SMS costs counts in the same budget as everything else (rule 23). A code has just been asked for;
 * what is told keeps to the quiet hours, and is looked at once more as it leaves.
 */
@ApplicationScoped
public class CodeSending {

    private static final Logger LOG = Logger.getLogger(CodeSending.class);

    private static final int FIRST_ATTEMPT = 1;

    private static final Duration PUT_OFF = Duration.ofMinutes(1);

    private static final NamedSql ROOT = NamedSql.of("select root_id from organization where id = :organization");

    private static final NamedSql SPEND = NamedSql.of("""
            insert into sms_cost (organization_id, on_day, reserved, spent) values (:payer, :day, 0, :price)""");

    private final CodeMessages codes;
    private final Consents consents;
    private final SmsSenders senders;
    private final MessagingSettings settings;
    private final SmsBudgets budgets;
    private final Letters letters;
    private final LastLooks looks;
    private final Wording wording;
    private final SmsGateways sms;
    private final EmailGateways email;
    private final Fence fence;
    private final ClockDrift drift;
    private final Sql sql;
    private final Clock clock;

    CodeSending(
            CodeMessages codes,
            Consents consents,
            SmsSenders senders,
            MessagingSettings settings,
            SmsBudgets budgets,
            Letters letters,
            LastLooks looks,
            Wording wording,
            SmsGateways sms,
            EmailGateways email,
            Fence fence,
            ClockDrift drift,
            Sql sql,
            Clock clock) {
        this.codes = codes;
        this.consents = consents;
        this.senders = senders;
        this.settings = settings;
        this.budgets = budgets;
        this.letters = letters;
        this.looks = looks;
        this.wording = wording;
        this.sms = sms;
        this.email = email;
        this.fence = fence;
        this.drift = drift;
        this.sql = sql;
        this.clock = clock;
    }

    /** What is taken is written down before the provider is called, so that no second attempt is ever made. Tells how many. */
    public int send() {
        if (!drift.trusted() || !fence.mayAct()) {
            return 0;
        }
        var ready = QuarkusTransaction.requiringNew()
                .call(() -> codes.takeCodes().stream().flatMap(this::prepared).toList());
        return carryAll(ready) + tell();
    }

    /**
     * What is told comes after the codes, each taken in a transaction of its own: its last look may wait for whoever holds what it
     * is about, and must not hold what another is about meanwhile, since that is locked in another order.
     */
    private int tell() {
        var waiting = QuarkusTransaction.requiringNew().call(codes::toTell);
        return waiting.stream().map(this::looked).mapToInt(this::carryAll).sum();
    }

    /** Whatever goes wrong before anything has left, it stays in line. */
    private List<Ready> looked(long id) {
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() ->
                            codes.takeTold(id).stream().flatMap(this::prepared).toList());
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "message %d without a person could not be made ready, and is put off", id);
            QuarkusTransaction.requiringNew()
                    .run(() -> codes.putOff(id, clock.instant().plus(PUT_OFF)));
            return List.of();
        }
    }

    /** What came of one that cannot be written down is of unknown fate, and keeps no other from leaving. */
    private int carryAll(List<Ready> ready) {
        for (var one : ready) {
            try {
                carry(one);
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "what came of message %d without a person is not known", one.id());
            }
        }
        return ready.size();
    }

    /** Once an hour. */
    public void tidy() {
        QuarkusTransaction.requiringNew().run(codes::tidy);
    }

    /** Whoever carries it, with all that it needs. */
    private sealed interface Ready {
        long id();

        record Sms(long id, OutgoingSms sms) implements Ready {}

        record Email(long id, OutgoingEmail email) implements Ready {}
    }

    private Stream<Ready> prepared(Taken taken) {
        var code = taken.code();
        var now = clock.instant();
        var left = Duration.between(now, code.until());
        if (left.compareTo(OutgoingSms.SHORTEST_VALIDITY) < 0) {
            return dropped(taken, "too late");
        }
        if (saidNo(code)) {
            return dropped(taken, "said no");
        }
        var source = taken.source();
        if (source == null) {
            return prepared(taken, left);
        }
        var quiet = settings.of(code.organizationId()).quiet();
        if (code.channel() == Channel.SMS && quiet.quiet(now)) {
            return later(taken, quiet.soonest(now));
        }
        return switch (looks.of(source, taken.sourceId(), now)) {
            case LastLook.Verdict.Go(var fields) -> prepared(worded(taken, fields), left);
            case LastLook.Verdict.Drop(var reason) -> dropped(taken, reason.name());
            case LastLook.Verdict.Later(var at) -> later(taken, at);
        };
    }

    private Stream<Ready> prepared(Taken taken, Duration left) {
        return switch (taken.code().channel()) {
            case SMS -> preparedSms(taken, left);
            case EMAIL -> preparedEmail(taken);
            case CALL -> throw new IllegalStateException("nothing is said by a call without a person");
        };
    }

    private Stream<Ready> later(Taken taken, Instant at) {
        if (!at.isBefore(taken.code().until())) {
            return dropped(taken, "too late");
        }
        codes.await(taken, at);
        return Stream.empty();
    }

    private Taken worded(Taken taken, Map<String, String> fields) {
        var code = taken.code();
        var all = new HashMap<>(fields);
        all.put(MessageFields.ORGANIZATION, letters.head(code.organizationId()).organization());
        var sender = code.channel() == Channel.SMS
                ? senders.usable(code.organizationId(), null)
                        .map(SmsSender::address)
                        .orElse(null)
                : null;
        var words = wording.of(new Wording.Draft(code.channel(), sender, code.text(), code.subject(), null), all);
        return taken.worded(Objects.requireNonNullElse(words.subject(), ""), words.text());
    }

    private Stream<Ready> dropped(Taken taken, String why) {
        codes.end(taken.id(), End.dropped(why));
        return Stream.empty();
    }

    private boolean saidNo(CodeMessages.Code code) {
        var root = sql.first(ROOT, Map.of("organization", code.organizationId()), row -> row.number("root_id"))
                .orElseThrow();
        return !consents.suppressed(root, List.of(new Consents.Address(code.channel(), code.address())))
                .isEmpty();
    }

    private Stream<Ready> preparedSms(Taken taken, Duration left) {
        var code = taken.code();
        var sender = senders.usable(code.organizationId(), null);
        if (sender.isEmpty() || sms.configured().isEmpty()) {
            return dropped(taken, "no sender");
        }
        var rules = settings.of(code.organizationId());
        var text = SmsText.of(code.text());
        var price = rules.tariff().price(text.parts());
        if (!budgets.withoutRoom(
                        rules.budget(), List.of(new SmsBudgets.Unpaid(taken.id(), price, taken.beyondBudget())))
                .isEmpty()) {
            return dropped(taken, "over the budget");
        }
        var payer = rules.budget().payer();
        sql.update(SPEND, Map.of("payer", payer.organizationId(), "day", budgets.today(payer), "price", price));
        return Stream.of(new Ready.Sms(
                taken.id(),
                new OutgoingSms(
                        number(taken), FIRST_ATTEMPT, sender.get().address(), code.address(), text.text(), left)));
    }

    private Stream<Ready> preparedEmail(Taken taken) {
        if (email.configured().isEmpty()) {
            return dropped(taken, "no sender");
        }
        var code = taken.code();
        var head = letters.head(code.organizationId());
        var layout = new EmailLayout(head.organization(), Language.SWEDISH, List.of(), Optional.empty(), false);
        var text = EmailText.of(code.text(), layout);
        return Stream.of(new Ready.Email(
                taken.id(),
                new OutgoingEmail(
                        number(taken),
                        FIRST_ATTEMPT,
                        head.slug() + "@" + email.domain(),
                        head.organization(),
                        head.contact(),
                        code.address(),
                        code.subject(),
                        text.html(),
                        text.text(),
                        null,
                        null)));
    }

    /** Below zero, so that no report of it is ever taken for one of a message to a person. */
    private static long number(Taken taken) {
        return -taken.id();
    }

    private void carry(Ready ready) {
        var carried = switch (ready) {
            case Ready.Sms(var _, var text) -> {
                var gateway = sms.configured().orElseThrow();
                yield end(gateway.name(), gateway.send(text));
            }
            case Ready.Email(var _, var letter) -> {
                var gateway = email.configured().orElseThrow();
                yield end(gateway.name(), gateway.send(letter));
            }
        };
        QuarkusTransaction.requiringNew().run(() -> codes.end(ready.id(), carried));
    }

    /** Whoever got none asks for another code. */
    private static End end(String gateway, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted(var id) -> new End("ACCEPTED", null, gateway, id);
            case Outcome.Refused(var code, var _) -> new End("FAILED", code, gateway, null);
            case Outcome.TryLater(var _, var why) -> new End("FAILED", why, gateway, null);
            case Outcome.Unknown(var why) -> new End("UNKNOWN", why, gateway, null);
        };
    }
}
