package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageForm;
import se.ringstuga.messaging.sms.SmsText;
import se.ringstuga.organizations.Organizations;
import se.ringstuga.people.Tags;
import se.ringstuga.segments.UsableSegments;

/** Puts together what the page of a broadcast being written shows. */
@ApplicationScoped
class ComposeScreens {

    private final ComposePreviews previews;
    private final SmsSenders senders;
    private final UsableSegments segments;
    private final Tags tags;
    private final Organizations organizations;
    private final Access access;
    private final PageContext page;

    ComposeScreens(
            ComposePreviews previews,
            SmsSenders senders,
            UsableSegments segments,
            Tags tags,
            Organizations organizations,
            Access access,
            PageContext page) {
        this.previews = previews;
        this.senders = senders;
        this.segments = segments;
        this.tags = tags;
        this.organizations = organizations;
        this.access = access;
        this.page = page;
    }

    ComposeScreen of(@Nullable Long id, PageForm form, ComposeScreen.@Nullable Other other) {
        return of(ComposeScreen.BROADCASTS, id, form, other);
    }

    /** @param place below the organization: what comes back every month is written on the same page elsewhere */
    ComposeScreen of(String place, @Nullable Long id, PageForm form, ComposeScreen.@Nullable Other other) {
        var here = access.organizationId();
        return new ComposeScreen(
                access.slug(),
                organizations.view(here).name(),
                id,
                form,
                senderChoices(),
                segments.titles(here).stream()
                        .map(segment -> new ComposeScreen.Choice(segment.id(), segment.title()))
                        .toList(),
                tags.usable(here).stream()
                        .map(tag -> new ComposeScreen.Choice(tag.id(), tag.title()))
                        .toList(),
                previews.of(new ComposeForm(form)),
                other,
                place);
    }

    List<ComposeScreen.Choice> senderChoices() {
        return senders.usable(access.organizationId()).stream()
                .map(sender -> new ComposeScreen.Choice(
                        sender.id(),
                        sender.canBeAnswered()
                                ? say().answerable(SenderNames.shown(sender))
                                : say().notAnswerable(sender.address())))
                .toList();
    }

    /** A draft as a form, to be changed. */
    PageForm form(BroadcastView draft, ZoneId zone) {
        var values = written(Sending.content(draft));
        put(values, "when", draft.sendAt() == null ? "NOW" : "LATER");
        put(
                values,
                "sendAt",
                Optional.ofNullable(draft.sendAt())
                        .map(at -> at.atZone(zone).toLocalDateTime())
                        .orElse(null));
        put(values, "version", draft.version());
        return new PageForm(Map.copyOf(values), Map.of());
    }

    /** What is written and to whom, as fields. */
    static Map<String, List<String>> written(Broadcasts.Content content) {
        var values = new HashMap<String, List<String>>();
        var to = ComposeForm.to(content);
        put(values, "title", content.title());
        put(values, "channel", content.channel().name());
        put(values, "purpose", content.purpose().name());
        put(values, "aboutChange", content.aboutChange() ? true : null);
        put(values, "to", to.name());
        put(values, "segment", content.segment());
        put(values, "filter", content.filter());
        if (to == ComposeForm.To.JOINED) {
            put(values, "days", content.filter().path("withinDays").asText());
        } else if (to == ComposeForm.To.TAG) {
            put(values, "tag", content.filter().path("anyOf").path(0).asText());
        }
        put(values, "sender", content.sender());
        put(values, "subject", content.subject());
        put(values, "text", content.text());
        return values;
    }

    /** The form with the character that costs replaced, since without script a button can do no more. */
    static PageForm replaced(PageForm form, String character) {
        var values = new HashMap<>(form.values());
        var by = SmsText.of(character).costly().stream()
                .flatMap(costly -> costly.replacement().stream())
                .findFirst();
        by.ifPresent(
                replacement -> values.put("text", List.of(form.value("text").replace(character, replacement))));
        return new PageForm(Map.copyOf(values), form.errors());
    }

    ComposeMessages say() {
        return MessageBundles.get(
                ComposeMessages.class, Localized.Literal.of(page.language().tag()));
    }

    static void put(Map<String, List<String>> values, String name, @Nullable Object value) {
        var all = new ArrayList<String>();
        if (value != null) {
            all.add(value.toString());
        }
        values.put(name, List.copyOf(all));
    }
}
