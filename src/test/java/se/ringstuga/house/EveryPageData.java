package se.ringstuga.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static se.ringstuga.demo.DemoFixtures.HAGERSTEN;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.Fixtures;
import se.ringstuga.MovableClock;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.calling.CallScope;
import se.ringstuga.calling.Callers;
import se.ringstuga.calling.Claims;
import se.ringstuga.calling.Leases;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.demo.DemoFixtures;
import se.ringstuga.events.EventLinks;
import se.ringstuga.messaging.SendingFixtures;
import se.ringstuga.preferences.PersonalLinks;

/** An association where every page has something to show, and what stands in the addresses of its pages. */
@ApplicationScoped
class EveryPageData {

    private static final Map<String, Object> NEW_MEMBERS = Map.of("type", "joined", "withinDays", 20);

    @Inject
    DemoFixtures demo;

    @Inject
    Fixtures a;

    @Inject
    StaffFixtures staff;

    @Inject
    SendingFixtures sending;

    @Inject
    PersonalLinks links;

    @Inject
    EventLinks events;

    @Inject
    Callers callers;

    @Inject
    Claims claims;

    @Inject
    Leases leases;

    @Inject
    MovableClock clock;

    @Inject
    Sql sql;

    private final Map<String, String> names = new HashMap<>();
    private String token = "";
    private long administrator;

    /** Opened anew: what is made before takes hours on the clock of the test. */
    String session() {
        return staff.session(administrator);
    }

    Map<String, String> make() {
        demo.make();
        token = a.token(HAGERSTEN);
        administrator = staff.staff("every@example.org", HAGERSTEN, Role.ADMINISTRATOR);
        number("person", "select max(person_id) from call where outcome = 'REACHED'");
        number("assignment", "select max(id) from call_assignment");
        number("survey", "select max(id) from survey");
        number("segment", "select min(id) from segment");
        number("choice", "select min(id) from question where type = 'SINGLE_CHOICE'");
        number("scale", "select min(id) from question where type = 'SCALE'");
        number("text", "select min(id) from question where type = 'TEXT'");
        guide();
        personalLinks();
        evenings();
        messages();
        meetings();
        flows();
        registers();
        return names;
    }

    /** A list of calls that is being made, and was left after its first steps. */
    @Transactional
    void guide() {
        sql.update(NamedSql.of("""
                insert into call_assignment_draft (organization_id, content, created_by, created_at, changed_at)
                select id, '{}', 'staff:1', :now, :now from organization where slug = :slug"""), Map.of("now", clock.instant(), "slug", HAGERSTEN));
        number("guide", "select max(id) from call_assignment_draft");
    }

    private void personalLinks() {
        var person = id("person");
        names.put("preferences", last(links.preferences(person)));
        named("surveyLink", "/people/" + person + "/survey-links", Map.of("surveyId", id("survey")), "link");
        var invited = StaffFixtures.post(
                StaffFixtures.browser(session()),
                "/o/" + HAGERSTEN + "/staff/invitations",
                Map.of("email", "ny@example.org", "name", "Ny"));
        names.put("staffLink", invited.asString().replaceAll("(?s).*/links/([\\w-]+).*", "$1"));
        named("callerLink", "/call-assignments/" + name("assignment") + "/callers", Map.of("name", "Vera"), "joinLink");
    }

    private void evenings() {
        named("closed", "/ringstugor", evening(0), "id");
        put("/ringstugor/" + name("closed") + "/closing");
        var open = named("ringstuga", "/ringstugor", evening(0), "id");
        names.put("wall", last(open.getString("wallLink")));
        names.put("joinLink", last(open.getString("joinLink")));
        named("planned", "/ringstugor", evening(24), "id");
        named("leaderLink", "/ringstugor/" + name("ringstuga") + "/leaders", Map.of("name", "Ali"), "link");
    }

    private Map<String, Object> evening(int hours) {
        var opens = clock.instant().plus(Duration.ofHours(hours));
        return Map.of(
                "assignmentId",
                id("assignment"),
                "goal",
                40,
                "opensAt",
                opens.toString(),
                "closesAt",
                opens.plus(Duration.ofHours(4)).toString());
    }

    /** One call is told of, one was made and never told of, one is going on. */
    Map<String, String> calls(String session) {
        var caller = callers.session(session).orElseThrow();
        names.put("caller", String.valueOf(caller.caller()));
        put("/claims/" + dialled("reported", caller) + "/report", Map.of("outcome", "REACHED", "note", "Glad"));
        number("note", "select id from call_note order by id desc limit 1");
        dialled("unreported", caller);
        clock.advance(Duration.ofMinutes(50));
        leases.sweep();
        dialled("call", caller);
        return names;
    }

    private long dialled(String name, CallScope caller) {
        var claim = claims.claim(caller, id("assignment"), caller.caller()).claim();
        claims.dialled(caller, claim.id());
        names.put(name, String.valueOf(claim.id()));
        return claim.id();
    }

    private void messages() {
        named("draft", "/broadcasts", letter("INFORMATION"), "id");
        named("notice", "/broadcasts", letter("NOTICE"), "id");
        post("/broadcasts/" + name("notice") + "/approval", Map.of());
        clock.advance(Duration.ofMinutes(5));
        sending.sendAll();
        var later = letter("INFORMATION");
        later.put("sendAtLocal", "2026-12-01T17:30");
        named("later", "/broadcasts", later, "id");
        post("/broadcasts/" + name("later") + "/approval", Map.of());
        number("message", "select min(id) from message where state = 'DELIVERED'");
        failed();
        conversation();
        named(
                "recurring",
                "/recurring-broadcasts",
                Map.of(
                        "title",
                        "Medlemsblad",
                        "channel",
                        "SMS",
                        "filter",
                        NEW_MEMBERS,
                        "text",
                        "Hej {förnamn|du}, månadens medlemsblad",
                        "rule",
                        Map.of("day", 1, "time", "17:30")),
                "id");
    }

    @Transactional
    void failed() {
        number("failed", "select max(id) from message where state = 'DELIVERED'");
        sql.update(
                NamedSql.of("update message set state = 'FAILED', code = '30006' where id = :id"),
                Map.of("id", id("failed")));
    }

    private static Map<String, Object> letter(String purpose) {
        return new HashMap<>(Map.of(
                "title",
                "Medlemsmöte",
                "channel",
                "SMS",
                "purpose",
                purpose,
                "filter",
                NEW_MEMBERS,
                "text",
                "Hej {förnamn|du}! Vi ses i Folkets hus."));
    }

    private void meetings() {
        var kind = get("/event-kinds").getLong("find { it.key == 'medlemsmote' }.id");
        names.put("kind", String.valueOf(kind));
        named("event", "/events", meeting(kind), "id");
        post("/events/" + name("event") + "/publication", Map.of());
        var series = Map.of(
                "kindId",
                kind,
                "title",
                "Månadsmöte",
                "rule",
                "FREQ=MONTHLY;BYDAY=2TU",
                "startsOn",
                "2026-12-01",
                "startsAtLocal",
                "18:00",
                "minutes",
                120);
        named("series", "/event-series", series, "id");
        var rule = Map.of(
                "kindId",
                kind,
                "title",
                "Dagen före",
                "channel",
                "SMS",
                "smsText",
                "{möte} {dag} kl {tid}, {plats}",
                "occasion",
                "BEFORE",
                "timing",
                Map.of("days", 1, "localTime", "17:00"));
        named("rule", "/reminder-rules", rule, "id");
        var form = Map.of("name", "Stina Ås", "address", "stina@example.org");
        var asked = StaffFixtures.post(StaffFixtures.visitor(), "/a/" + HAGERSTEN + "/events/" + name("event"), form);
        names.put("ticket", last(asked.header("Location")));
        names.put("signUp", last(events.signUp(id("event"), id("person"))));
    }

    private static Map<String, Object> meeting(long kind) {
        return Map.of(
                "kindId",
                kind,
                "title",
                "Decembermöte",
                "text",
                "Vi planerar **våren** tillsammans.",
                "place",
                "Folkets hus",
                "startsAtLocal",
                "2026-12-09T18:30",
                "minutes",
                120,
                "capacity",
                40,
                "visibility",
                "PUBLIC",
                "needs",
                List.of("CHILDCARE"));
    }

    private void flows() {
        names.put("automation", get("/automations").getString("items[0].id"));
        var draft = StaffFixtures.post(
                StaffFixtures.browser(session()),
                "/o/" + HAGERSTEN + "/automations/" + name("automation") + "/draft",
                Map.of());
        names.put("flow", last(draft.header("Location").replaceFirst("#.*", "")));
        var told =
                Map.of("title", "Kalkylark", "address", "https://hooks.example/x", "types", List.of("person.created"));
        named("webhook", "/webhook-endpoints", told, "id");
    }

    /** One file is imported, one waits for what is to become of it. */
    private void registers() {
        names.put("organizer", String.valueOf(staff.staff("organizer@example.org", HAGERSTEN, Role.ORGANIZER)));
        var file = "Medlemsnummer;Förnamn;Efternamn;E-post\n900;Åsa;Ek;asa@example.org\n901;;;\n".getBytes(UTF_8);
        var imported = api().contentType("text/csv").body(file).post(in("/people/imports"));
        names.put("import", answered(imported).getString("id"));
        var sent = StaffFixtures.browser(session())
                .multiPart("file", "register.csv", file, "text/csv")
                .post("/o/" + HAGERSTEN + "/imports");
        names.put("upload", last(sent.header("Location")));
    }

    /** Somebody writes on a phone of the sandbox. */
    private void conversation() {
        StaffFixtures.post(
                StaffFixtures.browser(session()),
                "/o/" + HAGERSTEN + "/sandbox/texts",
                Map.of("phone", "+46701740605", "to", "+46701740699", "text", "Hej, kommer ni på lördag?"));
        sending.sendAll();
        number("conversation", "select max(id) from conversation");
    }

    private String name(String name) {
        return names.getOrDefault(name, "");
    }

    private long id(String name) {
        return Long.parseLong(name(name));
    }

    @Transactional
    void number(String name, String statement) {
        var found = sql.first(NamedSql.of("select (" + statement + ") as n"), Map.of(), row -> row.number("n"));
        names.put(name, String.valueOf(found.orElseThrow()));
    }

    private JsonPath named(String name, String path, Object body, String field) {
        var made = post(path, body);
        names.put(name, last(made.getString(field)));
        return made;
    }

    private JsonPath post(String path, Object body) {
        return answered(api().body(body).post(in(path)));
    }

    private void put(String path) {
        answered(api().put(in(path)));
    }

    private void put(String path, Object body) {
        answered(api().body(body).put(in(path)));
    }

    private JsonPath get(String path) {
        return answered(api().get(in(path)));
    }

    private static JsonPath answered(Response answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(answer.statusCode() + " " + answer.asString());
        }
        return answer.jsonPath();
    }

    private RequestSpecification api() {
        return RestAssured.given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    private static String in(String path) {
        return "/api/organizations/" + HAGERSTEN + path;
    }

    private static String last(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
