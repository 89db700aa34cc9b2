package se.ringstuga.people;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns an import understands, each with the headers it is known by. Gender and notes have none: they are never stored. */
enum RegisterColumn {
    EXTERNAL_ID("externalId", "medlemsnummer", "medlemsnr", "medlnr", "medlemsid", "membernumber", "memberid"),
    GIVEN_NAME("givenName", "förnamn", "tilltalsnamn", "firstname"),
    FAMILY_NAME("familyName", "efternamn", "lastname", "surname"),
    NAME("name", "namn", "fullständigt namn", "fullname"),
    BIRTH_YEAR("birthYear", "födelseår", "född", "födelsedatum", "birthdate", "dateofbirth", "yearofbirth"),
    STREET("street", "adress", "gatuadress", "utdelningsadress", "address", "streetaddress"),
    POSTAL_CODE("postalCode", "postnummer", "postnr", "postcode", "zip", "zipcode"),
    CITY("city", "ort", "postort", "stad", "town"),
    MOBILE("mobile", "mobil", "mobiltelefon", "mobilnummer", "telefon mobil", "mobilephone", "cell", "cellphone"),
    LANDLINE("landline", "telefon bostad", "hemtelefon", "telefon hem", "fast telefon", "telefon fast", "homephone"),
    PHONE("phone", "telefon", "telefonnummer", "tel", "tfn", "phonenumber", "telephone"),
    EMAIL("email", "e-post", "e-postadress", "epostadress", "mail", "mejl", "emailaddress"),
    JOINED_ON("joinedOn", "inträdesdatum", "inträde", "inträdd", "medlem sedan", "joined", "joindate", "membersince"),
    ORGANIZATION(
            "organization", "partiförening", "förening", "lokalförening", "lokalavdelning", "association", "branch"),
    PAID_UNTIL("paidUntil", "betald t.o.m.", "betald till", "betalt t.o.m.", "betalt till", "paidthrough");

    private static final Map<String, RegisterColumn> BY_HEADER = new HashMap<>();

    static {
        for (RegisterColumn column : values()) {
            Stream.concat(Stream.of(column.field), Arrays.stream(column.headers.split(";")))
                    .forEach(header -> BY_HEADER.put(key(header), column));
        }
    }

    private final String field;
    private final String headers;

    RegisterColumn(String field, String... headers) {
        this.field = field;
        this.headers = String.join(";", headers);
    }

    /** The name of the column in the API: in {@code column=field:header} and in a person. */
    String field() {
        return field;
    }

    boolean isPhone() {
        return this == MOBILE || this == LANDLINE || this == PHONE;
    }

    static Optional<RegisterColumn> ofHeader(String header) {
        return Optional.ofNullable(BY_HEADER.get(key(header)));
    }

    static Optional<RegisterColumn> ofField(String field) {
        return Arrays.stream(values())
                .filter(column -> column.field.equals(field))
                .findFirst();
    }

    /** How headers are compared: folded, letters and digits only. */
    static String key(String header) {
        return Folding.fold(header).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
