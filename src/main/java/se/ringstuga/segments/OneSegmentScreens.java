package se.ringstuga.segments;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageRequest;
import se.ringstuga.people.PeopleImports;
import se.ringstuga.segments.BuilderScreen.Person;
import se.ringstuga.segments.OneSegmentScreen.Ways;

/** Puts together the pages of people whom a filter finds, saved or not. */
@ApplicationScoped
class OneSegmentScreens {

    private static final int LONGEST_ADDRESS = 3_500;

    private final SegmentPeople people;
    private final FilterReader filters;
    private final FilterWords words;
    private final SegmentScreens common;
    private final PeopleImports imports;
    private final Access access;
    private final AccessLog accessLog;
    private final PageContext page;
    private final Clock clock;

    OneSegmentScreens(
            SegmentPeople people,
            FilterReader filters,
            FilterWords words,
            SegmentScreens common,
            PeopleImports imports,
            Access access,
            AccessLog accessLog,
            PageContext page,
            Clock clock) {
        this.people = people;
        this.filters = filters;
        this.words = words;
        this.common = common;
        this.imports = imports;
        this.access = access;
        this.accessLog = accessLog;
        this.page = page;
        this.clock = clock;
    }

    OneSegmentScreen of(Segment segment, PageRequest request) {
        var filter = filters.stored(segment.filter);
        var found = people(filter, request, "segment:" + segment.id);
        var base = "/o/" + access.slug();
        return new OneSegmentScreen(
                access.slug(),
                segment.id,
                segment.title,
                says(filter),
                common.counted(people.count(filter, scope())),
                found == null ? null : found.items(),
                found == null || found.next() == null
                        ? null
                        : base + "/segments/" + segment.id + "?cursor=" + found.next(),
                age(),
                common.uses(segment.id),
                common.madeOf(segment.id),
                segment.organizationId == access.organizationId() && access.has(Permission.SEGMENTS_WRITE),
                new Ways(
                        may(Permission.MESSAGES_SEND, base + "/broadcasts/new?to=SEGMENT&segment=" + segment.id),
                        may(Permission.CALLS_MANAGE, calls(segment)),
                        null));
    }

    /** Of a filter that is not saved. */
    OneSegmentScreen of(String title, JsonNode tree, Filter filter, PageRequest request) {
        var found = people(filter, request, FilterShape.of(tree));
        var base = "/o/" + access.slug();
        var query = "title=" + encoded(title) + "&filter=" + encoded(tree.toString());
        return new OneSegmentScreen(
                access.slug(),
                null,
                title.isBlank() ? common.say().found() : title,
                says(filter),
                common.counted(people.count(filter, scope())),
                found == null ? null : found.items(),
                found == null || found.next() == null
                        ? null
                        : base + "/segments/found?" + query + "&cursor=" + found.next(),
                age(),
                List.of(),
                List.of(),
                false,
                new Ways(
                        may(
                                Permission.MESSAGES_SEND,
                                base + "/broadcasts/new?to=OTHER&people=" + encoded(title) + "&filter="
                                        + encoded(tree.toString())),
                        may(Permission.CALLS_MANAGE, calls(title, tree.toString())),
                        may(Permission.SEGMENTS_WRITE, base + "/segments/new?" + query)));
    }

    private String says(Filter filter) {
        return common.those(filter, words.of(filter, page.language()));
    }

    private String calls(String title, String filter) {
        return "/o/" + access.slug() + "/call-assignments/new?title=" + encoded(title) + "&filter=" + encoded(filter);
    }

    /** A large filter would not fit into an address; then the segment is chosen there. */
    private String calls(Segment segment) {
        var whole = calls(segment.title, segment.filter) + "&segment=" + segment.id;
        return whole.length() <= LONGEST_ADDRESS
                ? whole
                : "/o/" + access.slug() + "/call-assignments/new?title=" + encoded(segment.title)
                        + "&to=SEGMENT&segment=" + segment.id;
    }

    private @Nullable String may(Permission permission, String address) {
        return access.has(permission) ? address : null;
    }

    private @Nullable Page<Person> people(Filter filter, PageRequest request, String subject) {
        if (!access.has(Permission.PEOPLE_READ)) {
            accessLog.record("segment.count", subject, List.of());
            return null;
        }
        var found = people.page(filter, scope(), request);
        accessLog.record(
                "segment.people",
                subject,
                found.items().stream().map(SegmentPerson::id).toList());
        return new Page<>(
                found.items().stream()
                        .map(person -> new Person(person.id(), person.name()))
                        .toList(),
                found.next());
    }

    private String age() {
        var at = imports.lastCompleteAt(access.organizationId());
        return at == null
                ? common.say().registerNever()
                : common.say().registerFrom(page.time(access.zone()).moment(at));
    }

    private Scope scope() {
        return new Scope(access.organizationId(), clock.instant(), access.zone());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
