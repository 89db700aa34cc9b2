package se.ringstuga.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageRequest;
import se.ringstuga.organizations.Organizations;

/** The people of an organization: found while one types, and each on a page of their own. */
@Path("/o/{slug}/people")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class PeoplePages {

    @CheckedTemplate(basePath = "PeoplePages")
    static class Templates {
        static native TemplateInstance list(ListPage page);

        static native TemplateInstance list$found(ListPage page);

        static native TemplateInstance person(PersonScreen person);

        private Templates() {}
    }

    private final People people;
    private final PeopleImports imports;
    private final PersonScreens screens;
    private final Tags tags;
    private final Organizations organizations;
    private final Access access;
    private final AccessLog accessLog;
    private final PageContext page;

    PeoplePages(
            People people,
            PeopleImports imports,
            PersonScreens screens,
            Tags tags,
            Organizations organizations,
            Access access,
            AccessLog accessLog,
            PageContext page) {
        this.people = people;
        this.imports = imports;
        this.screens = screens;
        this.tags = tags;
        this.organizations = organizations;
        this.access = access;
        this.accessLog = accessLog;
        this.page = page;
    }

    /** The list alone when htmx asks while somebody types; the page otherwise. */
    @GET
    @Transactional
    @Requires(Permission.PEOPLE_READ)
    @Operation(hidden = true)
    public TemplateInstance list(
            @RestQuery @Nullable String search,
            @HeaderParam("HX-Request") @Nullable String htmx,
            @BeanParam PageRequest request) {
        var found = found(search == null ? "" : search.strip(), request);
        return htmx == null ? Templates.list(found) : Templates.list$found(found);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Requires(Permission.PEOPLE_READ)
    @Operation(hidden = true)
    public TemplateInstance person(@RestPath long id, @BeanParam PageRequest request) {
        var person = people.view(viewer(), id).orElseThrow(NotFound::new);
        accessLog.record("person.read", null, List.of(id));
        return Templates.person(screens.of(person, request));
    }

    private ListPage found(String typed, PageRequest request) {
        var search = PeopleSearch.of(typed);
        var rows = Page.of(
                people.rows(viewer(), search, request),
                request.limit(),
                last -> new Cursor(Folding.sortName(last.givenName(), last.familyName()), last.id()));
        accessLog.record(
                "people.list", null, rows.items().stream().map(PersonView::id).toList());
        var base = "/o/" + access.slug() + "/people";
        return new ListPage(
                access.slug(),
                organizations.view(access.organizationId()).name(),
                base,
                typed,
                rows.items().stream().map(this::line).toList(),
                rows.next() == null
                        ? null
                        : base + "?search=" + URLEncoder.encode(typed, StandardCharsets.UTF_8) + "&cursor="
                                + rows.next(),
                counted(people.total(viewer(), search)),
                age(),
                access.has(Permission.PEOPLE_IMPORT),
                access.has(Permission.PEOPLE_WRITE),
                access.administrator(),
                access.has(Permission.PEOPLE_WRITE) ? tags.usable(access.organizationId()) : List.of(),
                UUID.randomUUID().toString());
    }

    private String counted(long count) {
        return count == 1 ? screens.say().countOne() : screens.say().count(count);
    }

    private String age() {
        var at = imports.lastCompleteAt(access.organizationId());
        return at == null
                ? screens.say().registerNever()
                : screens.say().registerFrom(page.time(access.zone()).moment(at));
    }

    /** What tells two of the same name apart, and no more: ways to reach somebody stand on their own page. */
    private Line line(PersonView person) {
        var say = screens.say();
        var year = person.birthYear();
        var placed = person.membership().placedIn();
        var place = placed == null ? person.membership().organization() : placed;
        var about = Stream.of(person.city(), year == null ? null : say.born(year), place.name())
                .map(words -> words == null ? "" : words)
                .toList();
        return new Line(person.id(), person.name(), about, screens.former(person), person.restricted());
    }

    private People.Viewer viewer() {
        return new People.Viewer(access.organizationId(), access.administrator());
    }

    /**
     * A page of the list.
     *
     * @param next where the following page is; null on the last
     * @param age how old the register is (rule 3)
     * @param key of the form that tags several, by which a second press is known
     */
    record ListPage(
            String slug,
            String organization,
            String base,
            String search,
            List<Line> people,
            @Nullable String next,
            String counted,
            String age,
            boolean mayImport,
            boolean mayWrite,
            boolean mayExport,
            List<Tags.TagView> tags,
            String key) {}

    /** @param about what tells two of the same name apart, each in its column where there is room */
    record Line(long id, String name, List<String> about, boolean former, boolean restricted) {}
}
