package se.ringstuga.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Random;

/** An invented register of any size: every row a person of its own with a mobile number, as clean as a good export. */
final class Register {

    private static final String[] GIVEN = {
        "Anna", "Åsa", "Björn", "Fatima", "Goran", "Håkan", "Ida", "Karl-Johan", "Leyla", "Märta", "Noël", "Örjan"
    };
    private static final String[] FAMILY = {
        "Andersson", "Åberg", "Öztürk", "Nowak", "Lindström", "Al-Hassan", "Svensson", "Müller", "O'Brien", "Ek"
    };
    private static final String[] CITIES = {"Solna", "Hägersten", "Borås", "Skogås", "Huddinge"};

    private Register() {}

    /**
     * @param first the number of the first person; two registers with other firsts share no number
     * @param rows at most 1,000,000 together, as many as the range of numbers holds
     */
    static byte[] csv(int first, int rows) {
        var random = new Random(first);
        var csv = new StringBuilder(rows * 120);
        csv.append(
                "Medlemsnummer;Förnamn;Efternamn;Födelseår;Adress;Postnummer;Ort;Mobiltelefon;E-post;Inträdesdatum;Betald t.o.m.\r\n");
        for (int i = first; i < first + rows; i++) {
            csv.append(String.format(
                    Locale.ROOT,
                    "%d;%s;%s;%d;Storgatan %d;%d;%s;+46701%06d;medlem.%d@example.org;20%02d-%02d-%02d;2026-12-31\r\n",
                    500_000 + i,
                    GIVEN[random.nextInt(GIVEN.length)],
                    FAMILY[random.nextInt(FAMILY.length)],
                    1940 + random.nextInt(65),
                    1 + random.nextInt(99),
                    12_000 + random.nextInt(4_000),
                    CITIES[random.nextInt(CITIES.length)],
                    i,
                    i,
                    15 + random.nextInt(11),
                    1 + random.nextInt(12),
                    1 + random.nextInt(28)));
        }
        return csv.toString().getBytes(UTF_8);
    }
}
