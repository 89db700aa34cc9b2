package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageForm;
import se.ringstuga.organizations.Organizations;

/** Puts together the page of senders, quiet hours, limits and budget. */
@ApplicationScoped
class SettingsScreens {

    private final MessagingSettings settings;
    private final SmsSenders senders;
    private final SenderUses uses;
    private final Budgets budgets;
    private final SmsBudgets limits;
    private final ComposeNumbers numbers;
    private final Organizations organizations;
    private final Access access;
    private final PageContext page;

    SettingsScreens(
            MessagingSettings settings,
            SmsSenders senders,
            SenderUses uses,
            Budgets budgets,
            SmsBudgets limits,
            ComposeNumbers numbers,
            Organizations organizations,
            Access access,
            PageContext page) {
        this.settings = settings;
        this.senders = senders;
        this.uses = uses;
        this.budgets = budgets;
        this.limits = limits;
        this.numbers = numbers;
        this.organizations = organizations;
        this.access = access;
        this.page = page;
    }

    SettingsMessages say() {
        return MessageBundles.get(
                SettingsMessages.class, Localized.Literal.of(page.language().tag()));
    }

    /**
     * What is shown besides what is stored.
     *
     * @param choices as they were typed; null for those that are stored
     */
    record Shown(
            PageForm sender,
            @Nullable PageForm choices,
            @Nullable String said,
            @Nullable String theirs,
            @Nullable Wrong wrong) {

        Shown(PageForm sender, @Nullable PageForm choices, @Nullable String said, @Nullable String theirs) {
            this(sender, choices, said, theirs, null);
        }

        static Shown wrong(Wrong wrong) {
            return new Shown(PageForm.EMPTY, null, null, null, wrong);
        }
    }

    /**
     * What stands in the way at one of the senders.
     *
     * @param pace as it was typed; null where it was not asked for
     */
    record Wrong(long sender, String said, @Nullable String pace) {}

    SettingsScreen of(Shown shown) {
        var chosen = settings.chosen(access.organizationId());
        var budget = settings.of(access.organizationId()).budget();
        var used = budgets.look(budget.payer(), limits.today(budget.payer()));
        return new SettingsScreen(
                access.slug(),
                organizations.view(access.organizationId()).name(),
                senders(shown.wrong()),
                shown.sender(),
                fields(chosen, shown.choices()),
                chosen.version(),
                List.of(
                        used(say().today(), used.getFirst(), budget.daily().orElse(null)),
                        used(say().month(), used.getLast(), budget.monthly().orElse(null))),
                shared(budget),
                shown.said(),
                shown.theirs());
    }

    /** The choices in one line, for whoever finds that somebody else has changed them. */
    String inShort(MessagingChoices choices) {
        var words = words();
        return ChoiceForm.typed(choices, page.language().locale()).entrySet().stream()
                .filter(choice -> !choice.getValue().isEmpty())
                .map(choice -> label(words, choice.getKey()) + " " + choice.getValue())
                .collect(Collectors.joining(", "));
    }

    private List<SettingsScreen.Sender> senders(@Nullable Wrong wrong) {
        var usable = senders.usable(access.organizationId());
        var below = uses.below(access.organizationId());
        return usable.stream()
                .map(sender -> sender(
                        sender,
                        sender.equals(usable.getFirst()),
                        below.getOrDefault(sender.id(), 0),
                        wrong != null && wrong.sender() == sender.id() ? wrong : null))
                .toList();
    }

    private SettingsScreen.Sender sender(SmsSender sender, boolean first, int below, @Nullable Wrong wrong) {
        var pace = numbers.amount(BigDecimal.valueOf(sender.perSecond()));
        var typed = wrong == null ? null : wrong.pace();
        return new SettingsScreen.Sender(
                sender.id(),
                SenderNames.shown(sender),
                sender.canBeAnswered(),
                say().rate(pace),
                typed == null ? pace : typed,
                sender.organizationId() == access.organizationId(),
                first,
                below == 0 ? null : below == 1 ? say().usedBelowOne() : say().usedBelow(below),
                wrong == null ? null : wrong.said(),
                typed != null);
    }

    /** What keeps a sender from being put away. */
    String inUse(SenderUses.Counts uses) {
        return say().inUse(Stream.of(
                        part(uses.waiting(), say().waitingOne(), say().waiting(uses.waiting())),
                        part(uses.drafts(), say().draftsOne(), say().drafts(uses.drafts())),
                        part(uses.recurring(), say().recurringOne(), say().recurring(uses.recurring())),
                        part(uses.conversations(), say().talksOne(), say().talks(uses.conversations())))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", ")));
    }

    private static Optional<String> part(long count, String one, String several) {
        return count == 0 ? Optional.empty() : Optional.of(count == 1 ? one : several);
    }

    /** The one above pays also where nobody has set a limit; then there is no budget to tell of. */
    private boolean shared(SendingRules.SmsBudget budget) {
        return (budget.daily().isPresent() || budget.monthly().isPresent())
                && budget.payer().organizationId() != access.organizationId();
    }

    private List<SettingsScreen.Field> fields(MessagingSettings.Chosen chosen, @Nullable PageForm typed) {
        var locale = page.language().locale();
        var own = ChoiceForm.typed(chosen.own(), locale);
        var inherited = ChoiceForm.typed(chosen.inherited(), locale);
        return words().entrySet().stream()
                .map(words -> new SettingsScreen.Field(
                        words.getKey(),
                        words.getValue().getFirst(),
                        words.getValue().getLast(),
                        typed == null ? own.getOrDefault(words.getKey(), "") : typed.value(words.getKey()),
                        otherwise(words.getKey(), inherited.getOrDefault(words.getKey(), "")),
                        typed == null ? null : typed.error(words.getKey())))
                .toList();
    }

    /** What holds where nothing is chosen, here or above. */
    private String otherwise(String name, String value) {
        if (!value.isEmpty()) {
            return say().otherwise(value);
        }
        return say().otherwise(
                        switch (name) {
                            case "smsCountries" -> say().onlySweden();
                            case "contactEmail" -> say().noAddress();
                            default -> say().none();
                        });
    }

    private static String label(Map<String, List<String>> words, String name) {
        return words.getOrDefault(name, List.of(name)).getFirst().toLowerCase(Locale.ROOT);
    }

    /** Label and hint of each choice, in the order of the page. */
    private Map<String, List<String>> words() {
        var words = new LinkedHashMap<String, List<String>>();
        words.put("quietFrom", List.of(say().quietFrom(), say().quietFromHint()));
        words.put("quietUntil", List.of(say().quietUntil(), say().quietUntilHint()));
        words.put("weeklyCap", List.of(say().weeklyCap(), say().weeklyCapHint()));
        words.put("hoursAfterCall", List.of(say().hoursAfterCall(), say().hoursAfterCallHint()));
        words.put("approvalLimit", List.of(say().approvalLimit(), say().approvalLimitHint()));
        words.put("smsMonthlyBudget", List.of(say().monthly(), say().monthlyHint()));
        words.put("smsDailyBudget", List.of(say().daily(), say().dailyHint()));
        words.put("smsPartPrice", List.of(say().partPrice(), say().partPriceHint()));
        words.put("smsMostParts", List.of(say().mostParts(), say().mostPartsHint()));
        words.put("smsCountries", List.of(say().countries(), say().countriesHint()));
        words.put("surveyText", List.of(say().surveyText(), say().surveyTextHint()));
        words.put("contactEmail", List.of(say().contactEmail(), say().contactEmailHint()));
        return words;
    }

    private SettingsScreen.Used used(String period, Budgets.Used used, @Nullable BigDecimal limit) {
        return new SettingsScreen.Used(
                period,
                say().spent(numbers.amount(used.spent()), numbers.amount(used.reserved())),
                limit == null
                        ? null
                        : say().left(
                                        numbers.amount(
                                                limit.subtract(used.total()).max(BigDecimal.ZERO)),
                                        numbers.amount(limit)));
    }
}
