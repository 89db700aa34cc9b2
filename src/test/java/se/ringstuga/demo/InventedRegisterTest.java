package se.ringstuga.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InventedRegisterTest {

    private static final Pattern NUMBER = Pattern.compile("\\b0\\d{1,2}-\\d{3} [0-9 ]+");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final InventedRegister register = new InventedRegister(TODAY);

    @Test
    void everyNumberIsSetAsideForFiction() {
        assertThat(cells().flatMap(row -> NUMBER.matcher(row).results().map(found -> found.group())))
                .hasSizeGreaterThan(150)
                .allMatch(number -> number.matches(
                        "070-174 06 (0[5-9]|[1-9]\\d)|08-465 004 \\d\\d|031-390 06 \\d\\d|040-628 04 \\d\\d"));
    }

    @Test
    void itIsTheSameEachTimeSaveForTheDates() {
        assertThat(new InventedRegister(TODAY).hagerstenNow()).isEqualTo(register.hagerstenNow());
        assertThat(new InventedRegister(TODAY.plusDays(1)).hagerstenNow()).isNotEqualTo(register.hagerstenNow());
    }

    @Test
    void laterSomeHaveJoinedAndSomeAreMissing() {
        var before = rows(register.hagerstenBefore());
        var now = rows(register.hagerstenNow());

        assertThat(now).filteredOn(row -> !before.contains(row)).hasSize(InventedRegister.LATECOMERS);
        assertThat(before).filteredOn(row -> !now.contains(row)).hasSize(InventedRegister.LEAVERS);
    }

    private Stream<String> cells() {
        return Stream.of(register.hagerstenBefore(), register.hagerstenNow(), register.solna())
                .flatMap(file -> rows(file).stream());
    }

    private static List<String> rows(byte[] file) {
        return new String(file, UTF_8).lines().skip(1).toList();
    }
}
