package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.messaging.sms.SmsText;
import se.ringstuga.preferences.PersonalLinks;

/**
 * Puts templates into words for one person, and refuses those that could not be. Previews, counting and sending all come
 * here, so that what is shown is what is sent.
 *
 * <p>An SMS says whose it is: where neither sender nor text names the association, its name stands before the text. One that
 * comes from a name cannot be answered: the recipient's own link stands at its end unless it is in the text (rule 24).
 */
@ApplicationScoped
class Wording {

    private static final int KEPT = 200;
    private static final Pattern TAG_CONDITION = Pattern.compile("\\{\\s*(om|if)\\s+tag", Pattern.CASE_INSENSITIVE);

    private final PersonalLinks links;
    private final UsableTags tags;
    private final LastLooks looks;
    private final Map<String, Template> kept = Collections.synchronizedMap(new LatestUsed());

    Wording(PersonalLinks links, UsableTags tags, LastLooks looks) {
        this.links = links;
        this.tags = tags;
        this.looks = looks;
    }

    /**
     * A text before it is one person's.
     *
     * @param sender what an SMS comes from; null where that is not known yet, and for an e-mail
     * @param author who wrote it, for those texts that say so; null for a tool
     */
    record Draft(
            Channel channel,
            @Nullable String sender,
            String text,
            @Nullable String subject,
            @Nullable String author) {

        private boolean cannotBeAnswered() {
            return sender != null && !sender.startsWith("+");
        }
    }

    /** The text of an SMS is as it is sent and counted, of however many pieces its letters were typed; an e-mail's is Markdown. */
    record Worded(@Nullable String subject, String text) {}

    /**
     * Whether two people may get different texts.
     *
     * @throws InvalidInput naming {@code text} or {@code subject} and what in it is not known in the organization
     */
    boolean personal(long organizationId, String text, @Nullable String subject) {
        var known = TemplateFields.standard();
        return checked(organizationId, known, "text", text).personal()
                || (subject != null
                        && checked(organizationId, known, "subject", subject).personal());
    }

    /**
     * A text that may name more than what every message knows.
     *
     * @throws InvalidInput naming the field and what in it is not known in the organization
     */
    Template checked(long organizationId, TemplateFields known, String field, String text) {
        try {
            return parsed(organizationId, known, text);
        } catch (TemplateMistake mistake) {
            throw mistake.in(field);
        }
    }

    private Template parsed(long organizationId, TemplateFields known, String text) {
        return Template.parse(
                text, TAG_CONDITION.matcher(text).find() ? known.withTags(tags.titles(organizationId)) : known);
    }

    /** What in a text cannot be understood, for a page that says it in its reader's words. */
    Optional<TemplateMistake> mistake(long organizationId, TemplateFields known, String text) {
        try {
            parsed(organizationId, known, text);
            return Optional.empty();
        } catch (TemplateMistake mistake) {
            return Optional.of(mistake);
        }
    }

    /** The keys of the fields that a text asks for; it has been checked before. */
    Set<String> fields(String text) {
        return template(text).fields();
    }

    /** @param fields of the person, by {@link MessageFields}; without a link one stands in that leads to nobody */
    Worded of(Draft draft, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.putIfAbsent(MessageFields.PREFERENCES, links.specimen());
        all.putIfAbsent(MessageFields.UNSUBSCRIBE, all.get(MessageFields.PREFERENCES));
        if (draft.author() != null) {
            all.putIfAbsent(MessageFields.SENDER, draft.author());
        }
        return switch (draft.channel()) {
            case SMS -> new Worded(null, SmsText.asSent(sms(draft, all)));
            case EMAIL ->
                new Worded(
                        draft.subject() == null
                                ? null
                                : template(draft.subject()).render(all, Escaping.HEADER),
                        template(draft.text()).render(all, Escaping.MARKDOWN));
            case CALL -> throw new InvalidInput("channel", "must be SMS or EMAIL");
        };
    }

    private String sms(Draft draft, Map<String, String> fields) {
        var text = template(draft.text()).render(fields, Escaping.PLAIN);
        var name = Escaping.oneLine(fields.getOrDefault(MessageFields.ORGANIZATION, ""));
        if (!name.isEmpty() && !AssociationName.isSender(draft.sender(), name) && !AssociationName.isIn(text, name)) {
            text = name + ": " + text;
        }
        var link = fields.get(MessageFields.PREFERENCES);
        return draft.cannotBeAnswered() && !text.contains(String.valueOf(link))
                ? text.stripTrailing() + "\n" + wayOut(fields) + ": " + link
                : text;
    }

    private static String wayOut(Map<String, String> fields) {
        return MessageBundles.get(
                        LetterMessages.class,
                        Localized.Literal.of(MessageFields.language(fields).tag()))
                .unsubscribe();
    }

    private Template template(String text) {
        var known = kept.get(text);
        if (known == null) {
            known = Template.parse(text, written());
            kept.put(text, known);
        }
        return known;
    }

    /** Only ever chooses between parts of a text, which were checked when it was written. */
    private TemplateFields written() {
        return TemplateFields.standard()
                .with(TemplateFields.SURVEY_LINK)
                .with(looks.fields())
                .withAnyTag();
    }

    private static final class LatestUsed extends LinkedHashMap<String, Template> {

        private static final long serialVersionUID = 1;

        LatestUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Template> eldest) {
            return size() > KEPT;
        }
    }
}
