package se.ringstuga.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.Language;
import se.ringstuga.http.PageContext;
import se.ringstuga.messaging.sms.SmsText;

/** The numbers beside a text being written: what it costs, and who gets it and who not, as an equation that adds up. */
@ApplicationScoped
class ComposeNumbers {

    private final MessageWords words;
    private final MessagingSettings settings;
    private final Access access;
    private final PageContext page;

    ComposeNumbers(MessageWords words, MessagingSettings settings, Access access, PageContext page) {
        this.words = words;
        this.settings = settings;
        this.access = access;
        this.page = page;
    }

    ComposeMessages say() {
        return MessageBundles.get(
                ComposeMessages.class, Localized.Literal.of(page.language().tag()));
    }

    List<String> counts(SmsText sms) {
        var counts = new ArrayList<String>();
        counts.add(sms.parts() == 1 ? say().onePart(sms.units()) : say().parts(sms.units(), sms.parts()));
        counts.add(
                sms.alphabet() == SmsText.Alphabet.GSM_7
                        ? say().plainAlphabet()
                        : say().richAlphabet(
                                        sms.parts() == 1
                                                ? sms.alphabet().unitsAlone()
                                                : sms.alphabet().unitsTogether()));
        counts.add(say().priceEach(amount(tariff().price(sms.parts()))));
        if (sms.parts() > 1) {
            counts.add(say().fewer(tooMany(sms)));
        }
        return counts;
    }

    private static int tooMany(SmsText sms) {
        var alphabet = sms.alphabet();
        var room = sms.parts() == 2 ? alphabet.unitsAlone() : (sms.parts() - 1) * alphabet.unitsTogether();
        return Math.max(1, sms.units() - room);
    }

    List<ComposePreview.Costly> costly(SmsText sms) {
        return sms.costly().stream().map(this::costly).toList();
    }

    private ComposePreview.Costly costly(SmsText.Costly costly) {
        var replacement = costly.replacement().orElse(null);
        var seen = costly.character().isBlank() || "".equals(replacement) ? costly.name() : costly.character();
        return new ComposePreview.Costly(
                costly.character(),
                replacement,
                say().costly(seen),
                replacement == null ? "" : replacement.isEmpty() ? say().leaveOut() : say().replaceBy(replacement));
    }

    ComposePreview.Who who(Broadcasts.Content content, DryRun run) {
        return who(content, new DryRun.Glance(run, true));
    }

    ComposePreview.Who who(Broadcasts.Content content, DryRun.Glance glance) {
        var run = glance.run();
        var account = run.account();
        var terms = new ArrayList<ComposePreview.Term>();
        terms.add(new ComposePreview.Term("", account.targeted(), say().targeted()));
        terms.add(new ComposePreview.Term(
                "=", account.waiting() - account.byEmail(), say().get(words.channel(content.channel()))));
        if (account.byEmail() > 0) {
            terms.add(new ComposePreview.Term("+", account.byEmail(), say().byEmailInstead()));
        }
        account.skipped()
                .forEach((reason, people) ->
                        terms.add(new ComposePreview.Term("+", people, words.why(reason, content.channel()))));
        return new ComposePreview.Who(List.copyOf(terms), price(glance), call(content, account), closed(run));
    }

    private @Nullable String closed(DryRun run) {
        return run.closedUntil() == null
                ? null
                : say().closed(page.time(access.zone()).moment(run.beginsAt()));
    }

    private @Nullable String price(DryRun.Glance glance) {
        var run = glance.run();
        if (run.parts() == 0) {
            return null;
        }
        var price = amount(run.cost());
        var cost = glance.exact() ? say().priceAll(run.parts(), price) : say().priceRoughly(run.parts(), price);
        var left = run.costLeft();
        return left == null ? cost : cost + " " + say().budgetLeft(amount(left));
    }

    /** In SEK as it is written in the reader's language. */
    String amount(BigDecimal sek) {
        var plain = sek.setScale(sek.stripTrailingZeros().scale() <= 0 ? 0 : 2, RoundingMode.HALF_UP)
                .toPlainString();
        return page.language() == Language.SWEDISH ? plain.replace('.', ',') : plain;
    }

    int mostParts() {
        return tariff().mostParts();
    }

    private SendingRules.Tariff tariff() {
        return settings.of(access.organizationId()).tariff();
    }

    /** Where the reader may make a call list of those whom no SMS reaches. */
    private ComposePreview.@Nullable Call call(Broadcasts.Content content, BroadcastAccount account) {
        var without = account.skipped().getOrDefault("NO_ADDRESS", 0L);
        if (content.channel() != Channel.SMS || without == 0) {
            return null;
        }
        var address = "/o/" + access.slug() + "/call-assignments/new?title=" + encoded(content.title()) + "&filter="
                + encoded(withoutMobile(content.filter()).toString());
        return new ComposePreview.Call(say().withoutMobile(without), address);
    }

    private static JsonNode withoutMobile(JsonNode filter) {
        var make = JsonNodeFactory.instance;
        var without = make.objectNode().put("type", "not");
        without.putObject("filter").put("type", "hasMobile");
        return make.objectNode()
                .put("type", "all")
                .set("filters", make.arrayNode().add(filter).add(without));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
