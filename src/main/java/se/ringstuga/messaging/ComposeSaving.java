package se.ringstuga.messaging;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageForm;
import se.ringstuga.segments.FilterReader;
import se.ringstuga.segments.UsableSegments;

/** Turns the form of a broadcast into a draft, or into the same form with what is wrong beside each field. */
@ApplicationScoped
class ComposeSaving {

    private final ComposeFaults faults;
    private final Sending sending;
    private final DraftEditing editing;
    private final SomeRecipients recipients;
    private final FilterReader filters;
    private final UsableSegments segments;
    private final Idempotency idempotency;
    private final Access access;

    ComposeSaving(
            ComposeFaults faults,
            Sending sending,
            DraftEditing editing,
            SomeRecipients recipients,
            FilterReader filters,
            UsableSegments segments,
            Idempotency idempotency,
            Access access) {
        this.faults = faults;
        this.sending = sending;
        this.editing = editing;
        this.recipients = recipients;
        this.filters = filters;
        this.segments = segments;
        this.idempotency = idempotency;
        this.access = access;
    }

    /** What came of a form. */
    sealed interface Outcome {
        record Saved(long id) implements Outcome {}

        record Faulty(PageForm form) implements Outcome {}

        /** Somebody else saved meanwhile; the form now carries the newer version, so that saving again is a decision. */
        record Changed(PageForm form, ComposeScreen.Other other) implements Outcome {}
    }

    /** A new draft; the same form sent twice makes one. */
    Outcome add(PageForm sent) {
        var form = new ComposeForm(sent);
        var wrong = faults.of(form);
        if (!wrong.isEmpty()) {
            return new Outcome.Faulty(sent.withErrors(wrong));
        }
        try {
            var content = sending.checked(wanted(form));
            return new Outcome.Saved(idempotency.pressedOnce(
                    sent.value("key"),
                    sent.values(),
                    () -> {
                        var id = sending.add(content).id();
                        return Idempotency.Created.of(id, id);
                    },
                    id -> id));
        } catch (InvalidInput refusal) {
            return new Outcome.Faulty(sent.withErrors(faults.of(refusal)));
        }
    }

    /** The draft anew, unless somebody changed it since the form was shown. */
    Outcome change(long id, PageForm sent) {
        var form = new ComposeForm(sent);
        var wrong = faults.of(form);
        if (!wrong.isEmpty()) {
            return new Outcome.Faulty(sent.withErrors(wrong));
        }
        try {
            editing.change(id, changes(form), '"' + sent.value("version") + '"');
            return new Outcome.Saved(id);
        } catch (EntityVersion.ChangedSince meanwhile) {
            var now = sending.get(id);
            var newer = with(sent, "version", String.valueOf(now.version()));
            return new Outcome.Changed(newer, new ComposeScreen.Other(now.text(), now.version()));
        } catch (InvalidInput refusal) {
            return new Outcome.Faulty(sent.withErrors(faults.of(refusal)));
        }
    }

    private static BroadcastChanges changes(ComposeForm form) {
        var people = form.people().orElseThrow();
        var make = JsonNodeFactory.instance;
        var sendAt = form.sendAt().orElse(null);
        return new BroadcastChanges(
                form.title(),
                form.channel(),
                form.purpose(),
                people.segment(),
                people.filter(),
                form.text(),
                form.subject() == null ? make.nullNode() : make.textNode(form.subject()),
                form.sender() == null ? make.nullNode() : make.numberNode(form.sender()),
                sendAt == null ? make.nullNode() : null,
                sendAt,
                make.nullNode(),
                form.aboutChange());
    }

    /** With a key of its own, by which it is known when it comes twice. */
    PageForm begun(PageForm form) {
        return with(form, "key", UUID.randomUUID().toString());
    }

    /** The draft that is being changed; null for a new one. */
    @Nullable
    Long draft(PageForm form) {
        var typed = form.value("draft");
        return typed.matches("[0-9]{1,18}") ? sending.get(Long.parseLong(typed)).id() : null;
    }

    /** After the small buttons: a character replaced, another person shown. */
    PageForm prepared(PageForm sent) {
        var form = sent.value("replace").isEmpty() ? sent : ComposeScreens.replaced(sent, sent.value("replace"));
        return sent.value("next").isEmpty() ? form : nextPerson(form);
    }

    private PageForm nextPerson(PageForm sent) {
        var form = new ComposeForm(sent);
        try {
            return form.people()
                    .flatMap(people -> Optional.ofNullable(people.segment())
                            .flatMap(segment -> segments.filter(access.organizationId(), segment))
                            .or(() -> Optional.ofNullable(people.filter())))
                    .map(filter -> filters.read(filter, "filter", access.organizationId()))
                    .flatMap(filter -> recipients.after(filter, form.shownFor().orElse(0)))
                    .map(person -> with(sent, "shownFor", person.toString()))
                    .orElse(sent);
        } catch (InvalidInput nobody) {
            return sent;
        }
    }

    String address(long id) {
        return "/o/" + access.slug() + "/broadcasts/" + id;
    }

    private NewBroadcast wanted(ComposeForm form) {
        var people = form.people().orElseThrow();
        return new NewBroadcast(
                form.title(),
                form.channel(),
                form.purpose(),
                people.segment(),
                people.filter(),
                form.text(),
                form.subject(),
                form.sender(),
                null,
                null,
                form.sendAt().orElse(null),
                form.aboutChange());
    }

    static PageForm with(PageForm form, String name, String value) {
        var values = new HashMap<>(form.values());
        values.put(name, List.of(value));
        return new PageForm(Map.copyOf(values), form.errors());
    }
}
