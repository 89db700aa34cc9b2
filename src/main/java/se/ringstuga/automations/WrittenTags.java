package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageForm;
import se.ringstuga.people.Tags;

/** Tags whose title is written where one could be chosen: they are made as the form comes, or found where there is one already. */
@ApplicationScoped
class WrittenTags {

    private static final String TITLE = "newTag";

    private final Tags tags;
    private final PageWords page;
    private final Access access;

    WrittenTags(Tags tags, PageWords page, Access access) {
        this.tags = tags;
        this.page = page;
        this.access = access;
    }

    boolean mayBeMade() {
        return access.has(Permission.TAGS_WRITE);
    }

    /** The form as if the tag had been chosen; with the error beside the title where that can be no tag's. */
    PageForm chosen(PageForm form) {
        var title = form.value(TITLE);
        if (title.isBlank() || !mayBeMade()) {
            return form;
        }
        try {
            var values = new HashMap<>(form.values());
            values.put(
                    "tag",
                    List.of(Long.toString(
                            tags.write(access.organizationId(), title).id())));
            values.remove(TITLE);
            return new PageForm(values, form.errors());
        } catch (InvalidInput noTitle) {
            return form.withErrors(Map.of(TITLE, page.faults().newTag()));
        }
    }
}
