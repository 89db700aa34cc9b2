package se.ringstuga.segments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageForm;
import se.ringstuga.segments.BuilderScreens.Draft;

/** What comes of a button of the builder. */
@ApplicationScoped
class BuilderTurns {

    private final BuilderScreens screens;
    private final BuilderSaving saving;
    private final FilterWords words;
    private final SegmentScreens common;
    private final Access access;
    private final PageContext page;

    BuilderTurns(
            BuilderScreens screens,
            BuilderSaving saving,
            FilterWords words,
            SegmentScreens common,
            Access access,
            PageContext page) {
        this.screens = screens;
        this.saving = saving;
        this.words = words;
        this.common = common;
        this.access = access;
        this.page = page;
    }

    BuilderScreen shown(Draft draft) {
        return screens.of(draft, false);
    }

    Response take(@Nullable Long id, PageForm form) {
        var root = DraftForm.read(form);
        var focus = DraftForm.press(root, form);
        var version = form.value("version").matches("[0-9]{1,9}") ? Integer.parseInt(form.value("version")) : -1;
        var draft = new Draft(id, version, form.value("title"), root, focus);
        return switch (form.value("do")) {
            case "save" -> saved(draft);
            case "count" -> page(Response.Status.OK, screens.of(draft, true));
            default -> page(Response.Status.OK, screens.of(draft, false));
        };
    }

    private Response saved(Draft draft) {
        return switch (saving.save(draft)) {
            case BuilderSaving.Outcome.Saved(long id) ->
                Response.seeOther(URI.create("/o/" + access.slug() + "/segments/" + id))
                        .build();
            case BuilderSaving.Outcome.Faulty(boolean titleToo) -> faulty(draft, titleToo);
            case BuilderSaving.Outcome.Changed(int version, String title, Filter filter) -> {
                var newer = new Draft(draft.id(), version, draft.title(), draft.root(), null);
                var says = common.those(filter, words.of(filter, page.language()));
                var shown = screens.of(newer, true);
                yield page(
                        Response.Status.BAD_REQUEST,
                        new BuilderScreen(
                                shown.slug(),
                                shown.id(),
                                version,
                                shown.title(),
                                null,
                                shown.lines(),
                                shown.outcome(),
                                common.build().changed(),
                                new BuilderScreen.Other(title, says),
                                shown.uses()));
            }
        };
    }

    private Response faulty(Draft draft, boolean titleToo) {
        var shown = screens.of(draft, true);
        return page(
                Response.Status.BAD_REQUEST,
                new BuilderScreen(
                        shown.slug(),
                        shown.id(),
                        shown.version(),
                        shown.title(),
                        titleToo ? common.build().titleMissing() : null,
                        shown.lines(),
                        shown.outcome(),
                        common.build().notSaved(),
                        null,
                        List.copyOf(shown.uses())));
    }

    private static Response page(Response.Status status, BuilderScreen screen) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(BuilderPages.Templates.build(screen))
                .build();
    }
}
