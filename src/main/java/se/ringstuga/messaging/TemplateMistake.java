package se.ringstuga.messaging;

import java.util.Locale;
import java.util.Optional;
import se.ringstuga.http.InvalidInput;

/** A template that cannot be kept: what is wrong, where, and what was perhaps meant. */
public final class TemplateMistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What can be wrong. The sentences take what stood there. */
    public enum Kind {
        UNKNOWN_FIELD("Fältet {%s} finns inte.", "There is no field {%s}."),
        UNKNOWN_TAG("Taggen \"%s\" finns inte.", "There is no tag \"%s\"."),
        UNCLOSED(
                "Klammern { stängs aldrig med }. En klammer som ska synas skrivs {{.",
                "The brace { is never closed with }. A brace that is to be seen is written {{."),
        DOUBLED("Skriv {%s} med enkla klamrar.", "Write {%s} with single braces."),
        EMPTY("Mellan klamrarna står inget fält.", "There is no field between the braces."),
        UNFINISHED("Villkoret {om %s} avslutas aldrig med {slut}.", "The condition {if %s} is never ended with {end}."),
        STRAY("{%s} hör inte till något {om …}.", "{%s} belongs to no {if …}."),
        TOO_DEEP("Villkor får ligga i högst fem nivåer.", "Conditions may be nested five levels deep.");

        private final String swedish;
        private final String english;

        Kind(String swedish, String english) {
            this.swedish = swedish;
            this.english = english;
        }
    }

    private final Kind kind;
    private final String named;
    private final TemplatePlace place;

    @SuppressWarnings("serial")
    private final Optional<String> suggestion;

    TemplateMistake(Kind kind, String named, TemplatePlace place, Optional<String> suggestion) {
        super(sentence(kind.english, named, place.english(), suggestion.map("Did you mean {%s}?"::formatted)));
        this.kind = kind;
        this.named = named;
        this.place = place;
        this.suggestion = suggestion;
    }

    public Kind kind() {
        return kind;
    }

    /** What stood between the braces. */
    public String named() {
        return named;
    }

    public TemplatePlace place() {
        return place;
    }

    /** The sentence for people, with place and suggestion. */
    public String sentence(Locale language) {
        return Locale.ENGLISH.getLanguage().equals(language.getLanguage())
                ? String.valueOf(getMessage())
                : sentence(kind.swedish, named, place.swedish(), suggestion.map("Menade du {%s}?"::formatted));
    }

    /** The same as an answer of the API. */
    public InvalidInput in(String field) {
        return new InvalidInput(field, String.valueOf(getMessage()));
    }

    private static String sentence(String form, String named, String place, Optional<String> suggestion) {
        return "%s (%s)%s"
                .formatted(
                        form.formatted(named),
                        place,
                        suggestion.map(s -> " " + s).orElse(""));
    }
}
