package se.ringstuga.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterContentTest {

    private static final String HEADER =
            "Medlemsnummer;Förnamn;Efternamn;Telefon bostad;Mobiltelefon;E-post;Anteckning\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16"})
    void theEncodingIsFound(String encoding) {
        var content = read((HEADER + "1;Åsa;Öberg;;;;\n").getBytes(Charset.forName(encoding)));

        assertThat(content.entries().getFirst().familyName()).isEqualTo("Öberg");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstHeader() {
        assertThat(read("\uFEFF" + HEADER + "17;Åsa;Öberg;;;;\n")
                        .entries()
                        .getFirst()
                        .externalId())
                .isEqualTo("17");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void theSeparatorIsFound(String separator) {
        var content = read(HEADER.replace(";", separator) + "1;Åsa;Ek;;;;".replace(";", separator));

        assertThat(content.entries()).extracting(RegisterEntry::familyName).containsExactly("Ek");
    }

    @Test
    void rowsAreCountedAsASpreadsheetShowsThem() {
        var content = read(HEADER + "1;Åsa;Ek;;;;\"ringde \"\"sent\"\"; ville\nbli uppringd\"\r\n\n2;Bo;Ek;;fel;;\r\n");

        assertThat(content.rows()).isEqualTo(2);
        assertThat(content.findings())
                .containsExactly(new RowProblem.Finding(4, "Mobiltelefon", ProblemCode.INVALID_PHONE));
    }

    @Test
    void oneBadCellNeverCostsTheRowItsGoodOnes() {
        var entry = read(HEADER + "1;=1+1;Ek;08-465 004 00;070174O612;inte en adress;\n")
                .entries()
                .getFirst();

        assertThat(entry.givenName()).isEmpty();
        assertThat(entry.familyName()).isEqualTo("Ek");
        assertThat(entry.phones()).extracting(PhoneNumber::e164).containsExactly("+46846500400");
        assertThat(entry.email()).isNull();
    }

    @Test
    void aPersonalIdentityNumberIsRefusedInEveryColumnAndNeverRepeated() {
        var content = read(HEADER
                + "6408233234;Åsa;640823-3234;196408233234;19640823-3234;19640823-3234@example.org;19640823-3234\n");

        assertThat(content.findings())
                .filteredOn(finding -> finding.code() == ProblemCode.PERSONAL_IDENTITY_NUMBER)
                .hasSize(6);
        assertThat(content.entries().toString() + content.findings() + content.numbers())
                .doesNotContain("3234");
    }

    @Test
    void rowsOfOneMemberNumberAreFoldedAndTheLaterFilledCellWins() {
        var content = read(HEADER + "1;Åsa;Ek;;070-174 06 05;inte;\n2;Bo;Ek;;;;\n1;Åsa;Ek-Berg;;;asa@example.org;\n");

        assertThat(content.entries()).hasSize(2);
        assertThat(content.folded()).isOne();
        var folded = content.entries().getFirst();
        assertThat(folded.familyName()).isEqualTo("Ek-Berg");
        assertThat(folded.email()).isEqualTo("asa@example.org");
        assertThat(folded.phones()).hasSize(1);
    }

    @Test
    void aRowWithoutNumberJoinsItsPersonByEmailOrByNameAndPhone() {
        var content = read(
                HEADER
                        + "1;Åsa;Ek;;;asa@example.org;\n2;Bo;Ek;;070-174 06 05;;\n;Åsa;Ek;;;ASA@example.org;\n;Bo;Ek;;0701740605;;\n");

        assertThat(content.entries()).hasSize(2);
        assertThat(content.folded()).isEqualTo(2);
    }

    @Test
    void twoPeopleWhoShareANumberOrAnAddressStayTwo() {
        var content = read(
                HEADER
                        + "1;Åsa;Ek;;070-174 06 05;ek@example.org;\n2;Bo;Ek;;070-174 06 05;;\n;Cia;Ek;;070-174 06 05;ek@example.org;\n");

        assertThat(content.entries()).hasSize(3);
    }

    @Test
    void onlyARowWithNeitherNameNorContactIsRejected() {
        var content = read(HEADER + "1;;;;;;bara en anteckning\n;;;;070-174 06 05;;\n");

        assertThat(content.rejected()).isOne();
        assertThat(content.entries()).hasSize(1);
        assertThat(content.numbers()).containsExactly("1");
    }

    @Test
    void whatIsNoRegisterIsRefusedAsAWhole() {
        assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(UnreadableRegister.class);
        assertThatThrownBy(() -> read("  \n ")).isInstanceOf(UnreadableRegister.class);
        assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 0, 0})).isInstanceOf(UnreadableRegister.class);
        assertThatThrownBy(() -> read("hej\nhopp\n")).isInstanceOf(UnreadableRegister.class);
        assertThatThrownBy(() -> read(HEADER + "1;" + "x".repeat(30_000))).isInstanceOf(UnreadableRegister.class);
    }

    @Test
    void aQuotationMarkThatSwallowsRowsIsRefusedRatherThanLosingThem() {
        assertThatThrownBy(() -> read(HEADER + "1;Åsa;Ek;;;;\"öppet\n2;Bo;Ek;;;;\n3;Cia;Ek;;;;\"\n"))
                .isInstanceOf(UnreadableRegister.class)
                .hasMessageContaining("row 2");
    }

    @Test
    void headersEncodingAndSeparatorCanBeChosen() {
        var options = RegisterOptions.of("windows-1252", "comma", List.of("givenName:Kallas", "landline:"));
        var content = RegisterContent.read(
                "Kallas,Efternamn,Hemtelefon\nÅsa,Ek,08-465 004 00\n".getBytes(Charset.forName("windows-1252")),
                options,
                context());

        assertThat(content.entries().getFirst().givenName()).isEqualTo("Åsa");
        assertThat(content.entries().getFirst().phones()).isEmpty();
    }

    private static RegisterContent read(String text) {
        return read(text.getBytes(UTF_8));
    }

    private static RegisterContent read(byte[] file) {
        return RegisterContent.read(file, RegisterOptions.DETECT, context());
    }

    private static RegisterContent.Context context() {
        return new RegisterContent.Context(LocalDate.of(2026, 11, 24), _ -> Optional.empty());
    }
}
