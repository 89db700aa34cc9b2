package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
    private final Budgets budgets;
    private final SmsBudgets limits;
    private final ComposeNumbers numbers;
    private final Organizations organizations;
    private final Access access;
    private final PageContext page;

    SettingsScreens(
            MessagingSettings settings,
            SmsSenders senders,
            Budgets budgets,
            SmsBudgets limits,
            ComposeNumbers numbers,
            Organizations organizations,
            Access access,
            PageContext page) {
        this.settings = settings;
        this.senders = senders;
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
            @Nullable String theirs) {

        static final Shown NOTHING = new Shown(PageForm.EMPTY, null, null, null);
    }

    SettingsScreen of(Shown shown) {
        var chosen = settings.chosen(access.organizationId());
        var budget = settings.of(access.organizationId()).budget();
        var used = budgets.look(budget.payer(), limits.today(budget.payer()));
        return new SettingsScreen(
                access.slug(),
                organizations.view(access.organizationId()).name(),
                senders.usable(access.organizationId()).stream()
                        .map(this::sender)
                        .toList(),
                shown.sender(),
                fields(chosen, shown.choices()),
                chosen.version(),
                List.of(
                        used(say().today(), used.getFirst(), budget.daily().orElse(null)),
                        used(say().month(), used.getLast(), budget.monthly().orElse(null))),
                budget.payer().organizationId() != access.organizationId(),
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

    private SettingsScreen.Sender sender(SmsSender sender) {
        return new SettingsScreen.Sender(
                SenderNames.shown(sender),
                sender.canBeAnswered(),
                say().rate(numbers.amount(BigDecimal.valueOf(sender.perSecond()))),
                sender.organizationId() == access.organizationId());
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
