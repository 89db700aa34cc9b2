package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.PageContext;

/** The account of a broadcast as an equation, each number with the way to its people. */
@ApplicationScoped
class BroadcastTerms {

    private final MessageWords words;
    private final PageContext page;

    BroadcastTerms(MessageWords words, PageContext page) {
        this.words = words;
        this.page = page;
    }

    BroadcastPageMessages say() {
        return MessageBundles.get(
                BroadcastPageMessages.class,
                Localized.Literal.of(page.language().tag()));
    }

    /** Targeted = delivered + sent + failed + skipped + waiting + unknown; what is nought is left out. */
    List<BroadcastTerm> equation(BroadcastAccount account, String people) {
        var terms = new ArrayList<BroadcastTerm>();
        terms.add(new BroadcastTerm("", account.targeted(), say().targeted(), people, ""));
        Stream.of(
                        term(account.delivered(), say().delivered(), people + "?group=DELIVERED", "good"),
                        term(account.sent(), say().sent(), people + "?group=SENT", "info"),
                        term(sum(account.failed()), say().failed(), people + "?group=FAILED", "accent"),
                        term(sum(account.skipped()), say().skipped(), people + "?group=SKIPPED", "soft"),
                        term(account.waiting(), say().waiting(), people + "?group=WAITING", "line"),
                        term(account.unknown(), say().unknown(), people + "?group=UNKNOWN", "warn"))
                .filter(term -> term.count() > 0)
                .map(term -> new BroadcastTerm(
                        terms.size() == 1 ? "=" : "+", term.count(), term.words(), term.address(), term.colour()))
                .forEach(terms::add);
        return terms;
    }

    List<BroadcastTerm> failed(BroadcastAccount account, Channel channel, String people) {
        return reasons(account.failed(), channel, people + "?group=FAILED&reason=");
    }

    List<BroadcastTerm> skipped(BroadcastAccount account, Channel channel, String people) {
        return reasons(account.skipped(), channel, people + "?group=SKIPPED&reason=");
    }

    /** Such as "214 = 196 skickade + 18 fick inget". */
    String inShort(BroadcastAccount account) {
        var parts = Stream.of(
                        part(account.delivered() + account.sent(), say().shortSent()),
                        part(sum(account.failed()), say().shortFailed()),
                        part(sum(account.skipped()), say().shortSkipped()),
                        part(account.waiting(), say().shortWaiting()),
                        part(account.unknown(), say().shortUnknown()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" + "));
        return parts.isEmpty() ? "0" : account.targeted() + " = " + parts;
    }

    static long sum(Map<String, Long> byReason) {
        return byReason.values().stream().mapToLong(Long::longValue).sum();
    }

    private List<BroadcastTerm> reasons(Map<String, Long> byReason, Channel channel, String address) {
        return byReason.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> term(
                        entry.getValue(),
                        words.why(entry.getKey(), channel),
                        address + URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8),
                        ""))
                .toList();
    }

    private static BroadcastTerm term(long count, String words, String address, String colour) {
        return new BroadcastTerm("", count, words, address, colour);
    }

    private static String part(long count, String words) {
        return count == 0 ? "" : count + " " + words;
    }
}
