package se.ringstuga.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The members of two associations, the same on every first start but for the dates, which lie relative to the day: the
 * demonstration always has new members to call.
 */
final class InventedRegister {

    /** Old enough at the first evening of the calls, new enough for "the last 60 days" for another fortnight. */
    static final int NEW_MEMBERS = 56;

    /** Joined after the calls, so that whoever tries the calling meets somebody nobody has called. */
    static final int LATECOMERS = 8;

    static final int LEAVERS = 8;
    static final int HAGERSTEN = 132;
    static final int SOLNA = 48;
    static final String LOCAL_GROUP = "Midsommarkransen";

    private static final int ADMINISTRATOR = 66;
    private static final int ORGANIZER = 69;
    private static final int FIRST_NUMBER = 20_001;
    private static final int HOUSEHOLD_EVERY = 9;
    private static final int UNREACHABLE_EVERY = 17;
    private static final int BOTH_NUMBERS_EVERY = 7;

    private static final List<String> GIVEN = List.of(
            "Alva", "Bo", "Cecilia", "Daniel", "Ebba", "Fredrik", "Greta", "Hassan", "Ingrid", "Jonas", "Karin", "Leif",
            "Maja", "Nils", "Olga", "Petter", "Rana", "Sixten", "Tyra", "Ulf", "Vera", "Yusuf", "Åsa", "Östen", "Amina",
            "Birgit", "Diego", "Elsa", "Folke", "Hedda");

    private static final List<String> FAMILY = List.of(
            "Almgren",
            "Björkhage",
            "Dalström",
            "Ekudd",
            "Fjällberg",
            "Granlid",
            "Hedlöf",
            "Kvistgård",
            "Lindåker",
            "Mossberg",
            "Nordvik",
            "Rosenhed",
            "Sandelin",
            "Tallbacke",
            "Vallmo",
            "Åkerlid",
            "Österdal");

    private static final List<String> STREETS =
            List.of("Exempelgatan", "Provvägen", "Mönsterstigen", "Påhittsbacken", "Sagogränd", "Låtsasvägen");

    private final LocalDate today;
    private final Random random = new Random(1889);
    private final FictionalNumbers numbers = new FictionalNumbers();
    private final List<InventedMember> hagersten = new ArrayList<>();
    private final List<InventedMember> solna = new ArrayList<>();

    InventedRegister(LocalDate today) {
        this.today = today;
        for (int i = 0; i < HAGERSTEN; i++) {
            hagersten.add(signingIn(i, member(hagersten, i, "126 %02d", "Hägersten", i % 4 == 1 ? LOCAL_GROUP : "")));
        }
        for (int i = 0; i < SOLNA; i++) {
            solna.add(member(solna, NEW_MEMBERS + LATECOMERS + i, "171 %02d", "Solna", ""));
        }
    }

    /** Hägersten as it was before the calls: without the latest, with those who have left since. */
    byte[] hagerstenBefore() {
        return bytes(hagersten.stream().skip(LATECOMERS));
    }

    byte[] hagerstenNow() {
        return bytes(hagersten.stream().limit(HAGERSTEN - LEAVERS));
    }

    byte[] solna() {
        return bytes(solna.stream());
    }

    /** Members of Hägersten of long standing, of whom none has left. */
    List<String> oldMembers() {
        return hagersten.stream()
                .skip(LATECOMERS + NEW_MEMBERS)
                .limit(HAGERSTEN - LATECOMERS - NEW_MEMBERS - LEAVERS)
                .map(InventedMember::number)
                .toList();
    }

    /** Those who sign in are members too, with mobiles: a test message goes to oneself in the register. */
    private static InventedMember signingIn(int i, InventedMember member) {
        return switch (i) {
            case ADMINISTRATOR -> member.as("Asta", "Administratör", DemoOrganizations.ADMINISTRATOR);
            case ORGANIZER -> member.as("Orvar", "Organisatör", DemoOrganizations.ORGANIZER);
            default -> member;
        };
    }

    private InventedMember member(List<InventedMember> before, int i, String postalCode, String city, String group) {
        var household = i % HOUSEHOLD_EVERY == HOUSEHOLD_EVERY - 1 && !before.isEmpty();
        var given = GIVEN.get(random.nextInt(GIVEN.size()));
        var family = household ? before.getLast().familyName() : FAMILY.get(random.nextInt(FAMILY.size()));
        var street = household
                ? before.getLast().street()
                : STREETS.get(random.nextInt(STREETS.size())) + " " + (1 + random.nextInt(80));
        var mobile = household ? before.getLast().mobile() : mobile(i);
        var landline = household ? before.getLast().landline() : landline(i, mobile);
        return new InventedMember(
                String.valueOf(FIRST_NUMBER + hagersten.size() + solna.size()),
                given,
                family,
                1941 + random.nextInt(65),
                street,
                household ? before.getLast().postalCode() : postalCode.formatted(30 + random.nextInt(60)),
                city,
                mobile,
                landline,
                random.nextInt(8) == 0 ? "" : address(given, family, i),
                joined(i),
                group,
                LocalDate.of(today.getYear() + (random.nextInt(5) == 0 ? 0 : 1), 3, 31));
    }

    private LocalDate joined(int i) {
        if (i < LATECOMERS) {
            return today.minusDays(i / 2);
        }
        var isNew = i < LATECOMERS + NEW_MEMBERS;
        return today.minusDays(isNew ? 7 + (i - LATECOMERS) * 3L / 4 : 70 + random.nextInt(4000));
    }

    /** The new ones have mobiles; of the others those for whom the fictional numbers last. */
    private String mobile(int i) {
        var isNew = i < LATECOMERS + NEW_MEMBERS;
        return !isNew && (i % UNREACHABLE_EVERY == 0 || i % 3 != 0 || !numbers.mobileLeft()) ? "" : numbers.mobile();
    }

    private String landline(int i, String mobile) {
        var wanted = mobile.isEmpty() ? i % UNREACHABLE_EVERY != 0 : i % BOTH_NUMBERS_EVERY == 0;
        return wanted ? numbers.landline() : "";
    }

    private static String address(String given, String family, int i) {
        var name =
                Normalizer.normalize(given + "." + family, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return name.toLowerCase(Locale.ROOT) + i + "@example.org";
    }

    private static byte[] bytes(Stream<InventedMember> members) {
        return InventedMember.register(members).getBytes(UTF_8);
    }
}
