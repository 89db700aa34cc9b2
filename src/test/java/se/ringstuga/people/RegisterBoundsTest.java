package se.ringstuga.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A file beyond all measure is refused as a whole, soon and without taking the memory of the machine. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class RegisterBoundsTest {

    @Test
    void moreThanThreeHundredThousandRowsAreRefused() {
        refused("Förnamn;Efternamn\n" + "Åsa;Ek\n".repeat(RegisterFile.MAX_ROWS), "300000 rows");
    }

    @Test
    void sixtyMegabytesInOneLineAreRefused() {
        byte[] file = new byte[60 << 20];
        Arrays.fill(file, (byte) 'x');

        assertThatThrownBy(() -> read(file)).isInstanceOf(UnreadableRegister.class);
    }

    @Test
    void aRowOfAMegabyteIsRefused() {
        refused("Förnamn;Mobil\nÅsa;" + "x".repeat(1 << 20), "quotation mark");
        refused("Förnamn;Mobil\nÅsa;\"" + "x;".repeat(1 << 19), "quotation mark");
    }

    @Test
    void aFileOfNothingButProblemsIsRefused() {
        refused("mobil" + ";telefon".repeat(150) + "\n" + ("=" + ";=".repeat(150) + "\n").repeat(7_000), "cells");
    }

    private static void refused(String file, String why) {
        assertThatThrownBy(() -> read(file.getBytes(UTF_8)))
                .isInstanceOf(UnreadableRegister.class)
                .hasMessageContaining(why);
    }

    private static void read(byte[] file) {
        RegisterContent.read(
                file,
                RegisterOptions.DETECT,
                new RegisterContent.Context(LocalDate.of(2026, 11, 24), _ -> Optional.empty()));
    }
}
