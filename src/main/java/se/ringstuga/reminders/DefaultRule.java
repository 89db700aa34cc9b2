package se.ringstuga.reminders;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Purpose;
import se.ringstuga.messaging.PersonalMessages.By;

/**
 * What an association would want: made with each kind of event, and from then on the association's own to change or switch off.
 *
 * @param kinds the keys of the kinds it is made for; none for all
 * @param on whether it holds until somebody says otherwise
 */
record DefaultRule(
        String key,
        List<String> kinds,
        String title,
        Occasion occasion,
        Audience audience,
        Timing timing,
        @Nullable Integer usefulMinutes,
        By channel,
        Purpose purpose,
        boolean asks,
        boolean on,
        ReminderRule.Texts texts) {

    private static final int A_DAY = 24 * 60;
    private static final String WHERE = "{om plats}, {plats}{slut}";
    private static final String GREETING = "Hej {förnamn|du}!\n\n";
    private static final String LINK = "{länk till anmälan}";
    private static final Timing AT_ONCE = new Timing(null, null, null);

    private static final ReminderRule.Texts INVITATION = new ReminderRule.Texts(
            "{möte} {dag} kl {tid}" + WHERE + ". Kommer du? " + LINK,
            "Välkommen till {möte} {datum}",
            GREETING + "Du är välkommen till {möte} {datum} kl {tid}" + WHERE
                    + ".\n\nSäg gärna om du kommer, så vet vi hur många vi blir: " + LINK);

    private static final ReminderRule.Texts REMINDER = new ReminderRule.Texts(
            "Vi ses på {möte} {dag} kl {tid}" + WHERE + ". Får du förhinder? " + LINK,
            "{möte} {dag} kl {tid}",
            GREETING + "Vi ses på {möte} {dag} kl {tid}" + WHERE + ".\n\nFår du förhinder? Säg till här: " + LINK);

    private static final ReminderRule.Texts QUESTION = new ReminderRule.Texts(
            "{möte} {dag} kl {tid}" + WHERE + ".",
            "{möte} {dag} kl {tid}",
            GREETING + "Du är anmäld till {möte} {dag} kl {tid}" + WHERE + ".");

    static final List<DefaultRule> ALL = List.of(
            invitation("inbjudan", List.of("medlemsmote", "nya-medlemmar"), 7, Purpose.INFORMATION),
            invitation("kallelse", List.of("arsmote"), 14, Purpose.NOTICE),
            dayBefore(
                    "dagen-fore",
                    List.of("medlemsmote", "arsmote", "styrelsemote", "torgmote", "pubkvall", "ringstuga", "annat"),
                    false,
                    REMINDER),
            dayBefore("kommer-du", List.of("nya-medlemmar", "flygblad", "studiecirkel"), true, QUESTION),
            notice(
                    "flyttat",
                    "Ny tid",
                    Occasion.MOVED,
                    new ReminderRule.Texts(
                            "Ny tid: {möte} är {dag} kl {tid}" + WHERE + ". Passar det inte? " + LINK,
                            "Ny tid för {möte}: {datum} kl {tid}",
                            GREETING + "{möte} har fått en ny tid: {datum} kl {tid}" + WHERE
                                    + ".\n\n{din anmälan} Passar det inte? Säg till här: " + LINK)),
            notice(
                    "ny-plats",
                    "Ny plats",
                    Occasion.RELOCATED,
                    new ReminderRule.Texts(
                            "Ny plats: {möte} {dag} kl {tid}" + WHERE
                                    + "{om adress}, {adress}{slut}. Läs mer eller lämna återbud: " + LINK,
                            "Ny plats för {möte} {datum}",
                            GREETING + "{möte} {datum} kl {tid} har fått en ny plats{om plats}: {plats}{slut}"
                                    + "{om adress}, {adress}{slut}.\n\n{din anmälan} Läs mer eller lämna återbud här: "
                                    + LINK)),
            notice(
                    "installt",
                    "Inställt",
                    Occasion.CANCELLED,
                    new ReminderRule.Texts(
                            "Inställt: {möte} {datum} kl {tid} blir inte av.{om orsak} {orsak}{slut}",
                            "Inställt: {möte} {datum}",
                            GREETING + "{möte} {datum} kl {tid} blir tyvärr inte av.{om orsak}\n\n{orsak}{slut}")),
            new DefaultRule(
                    "plats",
                    List.of(),
                    "Du har fått en plats",
                    Occasion.PROMOTED,
                    Audience.SIGNED_UP,
                    AT_ONCE,
                    null,
                    By.FIRST_ALLOWED,
                    Purpose.REMINDER,
                    false,
                    true,
                    new ReminderRule.Texts(
                            "Du har fått en plats på {möte} {dag} kl {tid}. Kan du inte komma? " + LINK,
                            "Du har fått en plats på {möte}",
                            GREETING + "En plats blev ledig, så nu är du anmäld till {möte} {datum} kl {tid}" + WHERE
                                    + ".\n\nKan du inte komma? Lämna platsen vidare här: " + LINK)),
            new DefaultRule(
                    "svar",
                    List.of(),
                    "Svar på JA och NEJ",
                    Occasion.ANSWERED,
                    Audience.SIGNED_UP,
                    AT_ONCE,
                    null,
                    By.SMS,
                    Purpose.REQUESTED,
                    false,
                    true,
                    new ReminderRule.Texts("{besked}", "Ditt svar om {möte}", GREETING + "{besked}")),
            afterwards(
                    "tack",
                    "Tack för att du kom",
                    Audience.ATTENDED,
                    new ReminderRule.Texts(
                            "Tack för att du kom på {möte}!",
                            "Tack för att du kom",
                            GREETING + "Tack för att du kom på {möte}. Roligt att ses!")),
            afterwards(
                    "saknade",
                    "Vi saknade dig",
                    Audience.ABSENT,
                    new ReminderRule.Texts(
                            "Vi saknade dig på {möte}. Hoppas att vi ses nästa gång!",
                            "Vi saknade dig",
                            GREETING + "Vi saknade dig på {möte}. Hoppas att vi ses nästa gång!")));

    /** To everybody who has or waits for a place, as soon as it happens. */
    private static DefaultRule notice(String key, String title, Occasion occasion, ReminderRule.Texts texts) {
        return new DefaultRule(
                key,
                List.of(),
                title,
                occasion,
                Audience.SIGNED_UP,
                AT_ONCE,
                null,
                By.FIRST_ALLOWED,
                Purpose.NOTICE,
                false,
                true,
                texts);
    }

    private static DefaultRule invitation(String key, List<String> kinds, int days, Purpose purpose) {
        return new DefaultRule(
                key,
                kinds,
                "Inbjudan",
                Occasion.BEFORE,
                Audience.UNANSWERED,
                new Timing(days, LocalTime.of(17, 0), null),
                A_DAY,
                By.EMAIL,
                purpose,
                false,
                true,
                INVITATION);
    }

    private static DefaultRule dayBefore(String key, List<String> kinds, boolean asks, ReminderRule.Texts texts) {
        return new DefaultRule(
                key,
                kinds,
                "Dagen före",
                Occasion.BEFORE,
                Audience.SIGNED_UP,
                new Timing(1, LocalTime.of(17, 0), null),
                null,
                By.FIRST_ALLOWED,
                Purpose.REMINDER,
                asks,
                true,
                texts);
    }

    /** Who was missed is told so only where somebody wants it (rule 29). */
    private static DefaultRule afterwards(String key, String title, Audience audience, ReminderRule.Texts texts) {
        return new DefaultRule(
                key,
                List.of(),
                title,
                Occasion.AFTER,
                audience,
                new Timing(1, LocalTime.of(10, 0), null),
                null,
                By.EMAIL,
                Purpose.INFORMATION,
                false,
                audience == Audience.ATTENDED,
                texts);
    }
}
