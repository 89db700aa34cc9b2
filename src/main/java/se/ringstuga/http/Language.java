package se.ringstuga.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The languages of the pages. Swedish comes first: whoever asks for neither reads Swedish. */
public enum Language {
    SWEDISH("sv", "Svenska"),
    ENGLISH("en", "English");

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** The BCP 47 tag, as in the {@code lang} attribute. */
    public String tag() {
        return tag;
    }

    /** The language's name in itself: the label of the link that switches to it. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The language the reader can switch to. */
    public Language other() {
        return this == SWEDISH ? ENGLISH : SWEDISH;
    }

    public static Optional<Language> ofTag(@Nullable String tag) {
        return Stream.of(values()).filter(language -> language.tag.equals(tag)).findFirst();
    }

    /** The reader's own choice if there is one, otherwise the best of what the browser accepts, otherwise Swedish. */
    public static Language preferred(@Nullable String chosenTag, @Nullable String acceptLanguage) {
        return ofTag(chosenTag)
                .or(() -> Optional.ofNullable(acceptLanguage).flatMap(Language::accepted))
                .orElse(SWEDISH);
    }

    private static Optional<Language> accepted(String header) {
        try {
            List<Locale> known = Stream.of(values()).map(Language::locale).toList();
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), known))
                    .flatMap(locale -> ofTag(locale.getLanguage()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
