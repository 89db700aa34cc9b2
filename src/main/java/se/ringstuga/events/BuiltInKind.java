package se.ringstuga.events;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What associations do; each organization begins with these. */
enum BuiltInKind {
    MEDLEMSMOTE("medlemsmote", "Medlemsmöte"),
    ARSMOTE("arsmote", "Årsmöte"),
    STYRELSEMOTE("styrelsemote", "Styrelsemöte"),
    NYA_MEDLEMMAR("nya-medlemmar", "Träff för nya medlemmar"),
    FLYGBLAD("flygblad", "Flygbladsutdelning"),
    TORGMOTE("torgmote", "Torgmöte"),
    STUDIECIRKEL("studiecirkel", "Studiecirkel"),
    PUBKVALL("pubkvall", "Pubkväll"),
    RINGSTUGA("ringstuga", "Ringstuga"),
    ANNAT("annat", "Annat");

    private final String key;
    private final String title;

    BuiltInKind(String key, String title) {
        this.key = key;
        this.title = title;
    }

    String key() {
        return key;
    }

    /** As it is stored: in Swedish. */
    String title() {
        return title;
    }

    static Optional<BuiltInKind> of(@Nullable String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(BuiltInKind::key).toList();
    }

    static List<String> titles() {
        return Arrays.stream(values()).map(BuiltInKind::title).toList();
    }

    String named(EventKindMessages say) {
        return switch (this) {
            case MEDLEMSMOTE -> say.medlemsmote();
            case ARSMOTE -> say.arsmote();
            case STYRELSEMOTE -> say.styrelsemote();
            case NYA_MEDLEMMAR -> say.nyaMedlemmar();
            case FLYGBLAD -> say.flygblad();
            case TORGMOTE -> say.torgmote();
            case STUDIECIRKEL -> say.studiecirkel();
            case PUBKVALL -> say.pubkvall();
            case RINGSTUGA -> say.ringstuga();
            case ANNAT -> say.annat();
        };
    }
}
