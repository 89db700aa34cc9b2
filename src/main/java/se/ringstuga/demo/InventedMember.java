package se.ringstuga.demo;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row of an invented register; an empty text is an empty cell. */
record InventedMember(
        String number,
        String givenName,
        String familyName,
        int birthYear,
        String street,
        String postalCode,
        String city,
        String mobile,
        String landline,
        String email,
        LocalDate joinedOn,
        String localGroup,
        LocalDate paidUntil) {

    private static final String HEADER =
            "Medlemsnummer;Förnamn;Efternamn;Födelseår;Adress;Postnummer;Ort;Mobil;Telefon bostad;E-post;Inträdesdatum;Lokalförening;Betald t.o.m.";

    /** The same person under another name and address. */
    InventedMember as(String otherGivenName, String otherFamilyName, String otherEmail) {
        return new InventedMember(
                number,
                otherGivenName,
                otherFamilyName,
                birthYear,
                street,
                postalCode,
                city,
                mobile,
                landline,
                otherEmail,
                joinedOn,
                localGroup,
                paidUntil);
    }

    /** The register as a member system exports it. */
    static String register(Stream<InventedMember> members) {
        return members.map(InventedMember::row).collect(Collectors.joining("\n", HEADER + "\n", "\n"));
    }

    private String row() {
        return Stream.of(
                        number,
                        givenName,
                        familyName,
                        birthYear,
                        street,
                        postalCode,
                        city,
                        mobile,
                        landline,
                        email,
                        joinedOn,
                        localGroup,
                        paidUntil)
                .map(Object::toString)
                .collect(Collectors.joining(";"));
    }
}
