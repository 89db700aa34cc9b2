package se.ringstuga.segments;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import se.ringstuga.http.Language;

/** Says filters in plain words, as they stand after "om personen" and "de som". */
@ApplicationScoped
public class FilterWords {

    private final FilterNames names;

    FilterWords(FilterNames names) {
        this.names = names;
    }

    public String of(Filter filter, Language language) {
        return over(List.of(filter), language).of(filter);
    }

    /** Words for any of these filters and their parts, the names that they need read once. */
    FilterSentences over(List<Filter> filters, Language language) {
        return new FilterSentences(say(language), names.of(filters), language);
    }

    static FilterMessages say(Language language) {
        return MessageBundles.get(FilterMessages.class, Localized.Literal.of(language.tag()));
    }
}
