package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.MessagePolicy;
import se.ringstuga.messaging.sms.SmsText;

/** Reckons what a broadcast would cost: each different text is put into words once, as it will be sent, and counted. */
@ApplicationScoped
class Estimates {

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "given_name", List.of("given_name"),
            "family_name", List.of("family_name"),
            "name", List.of("given_name", "family_name"),
            "city", List.of("city"));

    private final Freezing freezing;
    private final RecentCounts recent;
    private final Wording wording;

    Estimates(Freezing freezing, RecentCounts recent, Wording wording) {
        this.freezing = freezing;
        this.recent = recent;
        this.wording = wording;
    }

    /** Whoever is counted: by their texts, or by the reason why they get none; false when some texts stand for others. */
    @FunctionalInterface
    private interface Counting {
        boolean each(Set<String> used, Consumer<Freezing.Group> reader);
    }

    Estimate of(Freezing.Wanted wanted, Wording.Draft draft, SendingRules rules, MessagePolicy.Circumstances now) {
        return of(wanted.channel(), draft, rules, (used, reader) -> {
            freezing.count(wanted, now, used, reader);
            return true;
        });
    }

    /** For a text that is still being written: the people may have been counted a moment ago. */
    Estimate lately(Freezing.Wanted wanted, Wording.Draft draft, SendingRules rules, MessagePolicy.Circumstances now) {
        return of(wanted.channel(), draft, rules, (used, reader) -> recent.count(wanted, now, used, reader));
    }

    private Estimate of(Channel channel, Wording.Draft draft, SendingRules rules, Counting counting) {
        var used = new TreeSet<String>();
        if (channel == Channel.SMS) {
            wording.fields(draft.text()).forEach(field -> used.addAll(columns(field)));
        }
        var sum = new Sum();
        var exact = counting.each(used, group -> {
            sum.account.add(
                    group.reason() == null ? MessageState.QUEUED : MessageState.SKIPPED,
                    String.valueOf(group.reason()),
                    group.people());
            if (group.reason() == null && channel == Channel.SMS) {
                sum.add(SmsText.of(wording.of(draft, group.fields()).text()), group);
            }
        });
        return sum.estimate(used, rules, exact);
    }

    /** None for what is the same for everybody, or as long for everybody as the links are. */
    private static List<String> columns(String field) {
        return field.startsWith(TemplateFields.TAG) ? List.of("tags") : COLUMNS.getOrDefault(field, List.of());
    }

    /** Of the texts only what they cost is kept. */
    private static final class Sum {

        private final BroadcastAccount.Sum account = new BroadcastAccount.Sum();
        private final Map<Integer, Long> peopleByParts = new HashMap<>();
        private final Map<Integer, List<Long>> hashesByParts = new HashMap<>();
        private final Map<String, Estimate.Unicode> costly = new HashMap<>();

        void add(SmsText text, Freezing.Group group) {
            peopleByParts.merge(text.parts(), group.people(), Long::sum);
            hashesByParts.computeIfAbsent(text.parts(), _ -> new ArrayList<>()).add(group.hash());
            for (var character : text.costly()) {
                costly.merge(
                        character.character(),
                        Estimate.Unicode.of(character, group.people()),
                        (known, more) -> Estimate.Unicode.of(character, known.people() + more.people()));
            }
        }

        Estimate estimate(Set<String> used, SendingRules rules, boolean exact) {
            var parts = peopleByParts.entrySet().stream()
                    .mapToLong(count -> count.getKey() * count.getValue())
                    .sum();
            var longest = peopleByParts.keySet().stream()
                    .max(Comparator.naturalOrder())
                    .orElse(0);
            return new Estimate(
                    account.account(),
                    parts,
                    rules.tariff().price(parts),
                    longest,
                    peopleByParts.getOrDefault(longest, 0L),
                    costly.values().stream()
                            .max(Comparator.comparingLong(Estimate.Unicode::people)
                                    .thenComparing(Estimate.Unicode::character))
                            .orElse(null),
                    peopleByParts.isEmpty() ? TextCosts.NONE : costs(used, rules),
                    exact);
        }

        private TextCosts costs(Set<String> used, SendingRules rules) {
            int most = hashesByParts.entrySet().stream()
                    .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                    .orElseThrow()
                    .getKey();
            var hashes = new ArrayList<Long>();
            var partsOf = new ArrayList<Long>();
            hashesByParts.forEach((parts, texts) -> {
                if (parts != most) {
                    hashes.addAll(texts);
                    texts.forEach(_ -> partsOf.add((long) parts));
                }
            });
            return new TextCosts(rules.budget().payer(), rules.tariff().partPrice(), used, most, hashes, partsOf);
        }
    }
}
