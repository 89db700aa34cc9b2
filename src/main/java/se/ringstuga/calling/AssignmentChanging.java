package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageForm;

/** A change as it is considered on a page: its effect in numbers, then the change itself, or both versions where two saved. */
@ApplicationScoped
class AssignmentChanging {

    private static final String SURE = "sure";
    private static final String VERSION = "version";

    private final AssignmentEditing editing;
    private final AssignmentOutlooks outlooks;
    private final AssignmentFormScreens forms;
    private final AssignmentScreens screens;
    private final ChangeWords changeWords;
    private final AssignmentWords words;

    AssignmentChanging(
            AssignmentEditing editing,
            AssignmentOutlooks outlooks,
            AssignmentFormScreens forms,
            AssignmentScreens screens,
            ChangeWords changeWords,
            AssignmentWords words) {
        this.editing = editing;
        this.outlooks = outlooks;
        this.forms = forms;
        this.screens = screens;
        this.changeWords = changeWords;
        this.words = words;
    }

    /** What follows from these fields, and once that was seen, the change itself. */
    Response considered(AssignmentView assignment, PageForm form) {
        var reading = forms.reading(form, assignment.openedAt());
        var wanted = reading.read();
        if (!reading.errors().isEmpty()) {
            return answer(400, assignment, form.withErrors(reading.errors()));
        }
        var id = assignment.id();
        try {
            var changes = changeWords.changes(wanted);
            var version = EntityVersion.tag(version(form));
            EntityVersion.require(version, assignment.version());
            if (form.value(SURE).isEmpty()) {
                return effect(assignment, form, outlooks.effect(id, changes));
            }
            editing.change(screens.scope(), id, changes, version);
            return back(id);
        } catch (EntityVersion.ChangedSince changed) {
            return conflict(editing.get(screens.scope(), id), form);
        } catch (InvalidInput gone) {
            var why = forms.say().refused(String.valueOf(gone.getMessage()));
            return answer(400, assignment, form.withErrors(Map.of(GuideFaults.field(gone), why)));
        }
    }

    Response answer(int status, AssignmentView assignment, PageForm form) {
        return Response.status(status)
                .entity(AssignmentEditPages.Templates.write(new AssignmentEditPages.Writing(
                        screens.head(assignment.id()), forms.fields(form, assignment.openedAt()))))
                .build();
    }

    private Response effect(AssignmentView assignment, PageForm form, ChangeEffect effect) {
        var before = forms.fields(forms.form(assignment), assignment.openedAt());
        var after = forms.fields(form, assignment.openedAt());
        return Response.ok(AssignmentEditPages.Templates.effect(new AssignmentEditPages.Effect(
                        screens.head(assignment.id()),
                        AssignmentSaid.between(before, after, forms.say()),
                        changeWords.follows(effect),
                        AssignmentSaid.sent(form.values()))))
                .build();
    }

    private Response conflict(AssignmentView now, PageForm form) {
        var theirs = forms.fields(forms.form(now), now.openedAt());
        var mine = forms.fields(form, now.openedAt());
        var values = new HashMap<>(form.values());
        values.put(VERSION, List.of(Integer.toString(now.version())));
        values.remove(SURE);
        return Response.status(Response.Status.PRECONDITION_FAILED)
                .entity(AssignmentEditPages.Templates.conflict(new AssignmentEditPages.Conflict(
                        screens.head(now.id()),
                        AssignmentSaid.between(theirs, mine, forms.say()),
                        AssignmentSaid.sent(values))))
                .build();
    }

    private static int version(PageForm form) {
        var typed = form.value(VERSION);
        return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : -1;
    }

    Response back(long id) {
        return Response.seeOther(URI.create(words.base(id))).build();
    }
}
