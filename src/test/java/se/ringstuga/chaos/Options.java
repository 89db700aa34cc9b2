package se.ringstuga.chaos;

import java.util.HashMap;
import java.util.Map;

/**
 * How rough it is to be.
 *
 * @param seed decides every fate and every pause
 * @param kills while messages are sent
 * @param reconcilingKills while the provider's list is read
 */
record Options(long seed, int people, int kills, int reconcilingKills) {

    /** Where there is no list to be read. */
    Options withoutList() {
        return new Options(seed, people, kills, 0);
    }

    /** {@code --seed 7}, and for a small run {@code --people 120 --kills 2 --reconciling-kills 0}. */
    static Options of(String... arguments) {
        var given = new HashMap<>(Map.of("seed", "1", "people", "2000", "kills", "21", "reconciling-kills", "4"));
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            var name = arguments[i].replaceFirst("^--", "");
            if (given.put(name, arguments[i + 1]) == null) {
                throw new IllegalArgumentException("there is no option " + arguments[i]);
            }
        }
        return new Options(
                Long.parseLong(given.get("seed")),
                Integer.parseInt(given.get("people")),
                Integer.parseInt(given.get("kills")),
                Integer.parseInt(given.get("reconciling-kills")));
    }
}
