package se.ringstuga.people;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.metadata.DefaultMetadataDependenciesProvider;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which numbers of a country can receive an SMS, as a text that the database can compare with. */
public final class MobileNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private MobileNumbers() {}

    /** Whether there is such a country: two letters of ISO 3166, such as {@code NO}. */
    public static boolean known(String country) {
        return NUMBERS.getSupportedRegions().contains(country);
    }

    /**
     * A regular expression over E.164 for the mobile numbers of these countries, as libphonenumber knows them; it is read alike
     * by Java and by PostgreSQL.
     *
     * @param countries as {@link #known} takes them
     */
    public static String pattern(Collection<String> countries) {
        return new TreeSet<>(countries)
                .stream().map(MobileNumbers::ofCountry).collect(Collectors.joining("|", "^(?:", ")$"));
    }

    private static String ofCountry(String country) {
        var metadata = DefaultMetadataDependenciesProvider.getInstance()
                .getPhoneNumberMetadataSource()
                .getMetadataForRegion(country);
        return "\\+" + metadata.getCountryCode() + "(?:"
                + metadata.getMobile().getNationalNumberPattern().replaceAll("\\s", "") + ")";
    }
}
