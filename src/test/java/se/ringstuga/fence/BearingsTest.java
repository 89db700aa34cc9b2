package se.ringstuga.fence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearingsTest {

    private static final String URL = "https://ring.example.se";
    private static final Place HOME = new Place(URL, "/var/lib/ringstuga", "m1");
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static Bearings at(Place place) {
        return new Bearings(16384, 7L, "00000001", place);
    }

    @Test
    void whereverItIsTheSameNothingIsDifferent() {
        assertThat(at(HOME).differencesFrom(at(HOME))).isEmpty();
    }

    @Test
    void eachDifferenceHasAName() {
        assertThat(new Bearings(16385, 8L, "00000002", new Place("https://other.example.se", "/tmp/copy", "m2"))
                        .differencesFrom(at(HOME)))
                .containsExactlyInAnyOrder(
                        HoldReason.OTHER_DATABASE,
                        HoldReason.OTHER_CLUSTER,
                        HoldReason.OTHER_TIMELINE,
                        HoldReason.OTHER_ADDRESS,
                        HoldReason.OTHER_DIRECTORY,
                        HoldReason.OTHER_MACHINE);
    }

    @Test
    void whatMayNotBeAskedForIsNotCompared() {
        assertThat(new Bearings(16384, null, null, new Place(URL, "/var/lib/ringstuga", null))
                        .differencesFrom(at(HOME)))
                .isEmpty();
        assertThat(at(HOME).differencesFrom(new Bearings(16384, null, null, new Place(null, null, null))))
                .isEmpty();
    }

    @Test
    void aCopyThatWasToldNoAddressIsAnotherOne() {
        assertThat(at(new Place(null, "/var/lib/ringstuga", "m1")).differencesFrom(at(HOME)))
                .containsExactly(HoldReason.OTHER_ADDRESS);
    }

    @Test
    void aSlashAtTheEndOfTheAddressMakesNoOtherInstallation() {
        assertThat(Place.of(Optional.of(URL + "/"), Optional.empty()).publicUrl())
                .isEqualTo(URL);
        assertThat(Place.of(Optional.of(" "), Optional.of("")))
                .as("nothing configured, and a server")
                .isEqualTo(new Place(null, null, null));
    }

    @Test
    void theMachinesIdIsKeptAsAHashOnly(@TempDir Path directory) throws Exception {
        var file = Files.writeString(directory.resolve("machine-id"), "0123456789abcdef0123456789abcdef\n");

        assertThat(Place.machine(file))
                .hasValueSatisfying(
                        hash -> assertThat(hash).hasSize(64).doesNotContain("0123456789abcdef0123456789abcdef"));
        assertThat(Place.machine(directory.resolve("none"))).isEmpty();
        assertThat(Place.machine(Files.writeString(directory.resolve("empty"), "\n")))
                .isEmpty();
    }

    private static Sighting seen(@Nullable String timeline, long position, Instant at) {
        return new Sighting(7L, timeline, position, at);
    }

    @Test
    void aDatabaseBehindWhatWasSeenOfItIsOlder() {
        var before = NOON.minusSeconds(86_400);
        var seen = seen("00000001", 5000, NOON);

        assertThat(seen.isAheadOf(seen("00000001", 4000, NOON.plusSeconds(60)), before))
                .isTrue();
        assertThat(seen.isAheadOf(seen("00000001", 5000, NOON.plusSeconds(60)), before))
                .isFalse();
        assertThat(seen.isAheadOf(seen("00000002", 4000, NOON.plusSeconds(60)), before))
                .as("on another timeline the positions say nothing")
                .isFalse();
        assertThat(seen.isAheadOf(seen("00000001", 4000, NOON.plusSeconds(60)), NOON.plusSeconds(30)))
                .as("somebody has released it since")
                .isFalse();
    }

    @Test
    void aSightingSurvivesItsFile(@TempDir Path directory) {
        var witness = Witness.beside(directory.resolve("opt-outs.journal"));
        assertThat(witness.read()).isEmpty();

        for (var sighting : new Sighting[] {seen("00000001", 5000, NOON), new Sighting(null, null, 1, NOON)}) {
            witness.write(sighting);
            assertThat(witness.read()).contains(sighting);
        }
        assertThat(directory.toFile().list()).containsExactly("opt-outs.journal.position");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7", "7 00000001 5000", "7 00000001 many 2026-11-24T12:00:00Z", "7 00000001 5 yesterday"})
    void aDamagedSightingAccusesNobody(String line) {
        assertThat(Sighting.of(line)).isEmpty();
    }

    @Test
    void eachHoldHasACodeOfItsOwn() {
        var hold = new Hold(Hold.read("RESTORED,OTHER_DATABASE"), NOON, NOON);

        assertThat(hold.code()).hasSize(8).isEqualTo(new Hold(hold.reasons(), NOON, NOON.minusSeconds(9)).code());
        assertThat(hold.code())
                .isNotEqualTo(new Hold(hold.reasons(), NOON.plusSeconds(1), NOON).code())
                .isNotEqualTo(new Hold(Hold.read("RESTORED"), NOON, NOON).code());
    }
}
