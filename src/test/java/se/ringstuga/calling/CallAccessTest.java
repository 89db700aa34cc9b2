package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;

/** Each method of the calls: who may use it, and that for another organization nothing of it exists. */
@QuarkusTest
class CallAccessTest extends CallTest {

    private static final String BORAS = "boras";
    private static final Pattern BELONGS_TO_IT = Pattern.compile("\\{(caller|request|message)}");

    /** A request in which {@code {assignment}} and the like stand for ids of Solna's. */
    record Walk(Permission permission, String method, String path, String body) {

        @Override
        public String toString() {
            return method + " " + path;
        }

        Walk with(UnaryOperator<String> ids) {
            return new Walk(permission, method, ids.apply(path), ids.apply(body));
        }
    }

    private static Walk read(String method, String path) {
        return new Walk(Permission.CALLS_READ, method, path, "");
    }

    private static Walk manage(String method, String path, String body) {
        return new Walk(Permission.CALLS_MANAGE, method, path, body);
    }

    private static Walk call(String method, String path, String body) {
        return new Walk(Permission.CALLS_CALL, method, path, body);
    }

    static Stream<Walk> walks() {
        var assignment = "/call-assignments/{assignment}";
        var caller = assignment + "/callers/{caller}";
        return Stream.of(
                read("GET", "/call-assignments"),
                manage("POST", "/call-assignments", "{'title':'Ny','target':" + CallFixtures.EVERYBODY + "}"),
                read("GET", assignment),
                manage("PATCH", assignment, "{'title':'Ändrad'}"),
                read("GET", assignment + "/statistics"),
                manage("PUT", assignment + "/pause", ""),
                manage("DELETE", assignment + "/pause", ""),
                manage("PUT", assignment + "/closing", ""),
                manage("POST", assignment + "/callers", "{'name':'Robin'}"),
                read("GET", assignment + "/callers"),
                manage("DELETE", caller, ""),
                manage("GET", caller + "/seen", ""),
                manage("PUT", caller + "/link", ""),
                manage("DELETE", caller + "/limit", ""),
                manage("PUT", caller + "/join-requests/{request}/decision", "{'approved':true}"),
                call("POST", assignment + "/claims", "{'callerId':{caller}}"),
                call("GET", "/claims/{claim}", ""),
                call("PUT", "/claims/{claim}/lease", ""),
                call("DELETE", "/claims/{claim}", ""),
                call("PUT", "/claims/{claim}/report", "{'outcome':'BUSY','note':'Ny'}"),
                manage("GET", "/claims/{claim}/report", ""),
                call("PUT", "/claims/{claim}/correction", "{'outcome':'REACHED','note':'Ny'}"),
                call("DELETE", "/claims/{claim}/report", ""),
                manage("GET", assignment + "/follow-ups", ""),
                manage("PUT", assignment + "/follow-ups/MESSAGE/{message}/handling", ""),
                manage("PUT", assignment + "/follow-ups/MESSAGE/{message}/taking", ""),
                manage("DELETE", assignment + "/follow-ups/MESSAGE/{message}/taking", ""),
                manage("POST", "/call-assignments/outlook", "{'title':'Ny','target':" + CallFixtures.EVERYBODY + "}"),
                manage("POST", assignment + "/effect", "{'title':'Ändrad'}"),
                manage("GET", assignment + "/calls", ""),
                manage("GET", assignment + "/notes", ""),
                manage("PUT", "/call-notes/{note}", "{'text':'Ny'}"),
                manage("DELETE", "/call-notes/{note}", ""));
    }

    @Test
    void everyMethodIsWalked() {
        var asked = Stream.of(
                        CallAssignmentsResource.class,
                        CallersResource.class,
                        ClaimsResource.class,
                        FollowUpsResource.class,
                        AssignmentOutlooksResource.class,
                        CallLogResource.class,
                        CallNotesResource.class,
                        AssignmentNotesResource.class)
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .map(method -> method.getAnnotation(Requires.class))
                .filter(Objects::nonNull)
                .map(Requires::value);

        assertThat(walks().map(Walk::permission)).containsExactlyInAnyOrderElementsOf(asked.toList());
    }

    @ParameterizedTest
    @MethodSource("walks")
    void onlyWhoMayAndOnlyInTheirOwnOrganization(Walk walk) {
        var ids = solna();
        var own = walk.with(path -> filled(path, ids));
        var before = everything();

        status("wrong", SOLNA, own, 401);
        status(a.token(SOLNA, allBut(walk.permission())), SOLNA, own, 403);

        a.organization(BORAS);
        var stranger = a.token(BORAS);
        status(stranger, SOLNA, own, 404);
        if (walk.path().contains("{")) {
            status(stranger, BORAS, own, 404);
        }
        if (walk.path().contains("{assignment}")
                && BELONGS_TO_IT.matcher(walk.path() + walk.body()).find()) {
            ids.put("assignment", calls.assignment(stranger, BORAS, ""));
            var inBody = walk.body().contains("{caller}");
            status(stranger, BORAS, walk.with(path -> filled(path, ids)), inBody ? 400 : 404);
        }
        assertThat(everything()).isEqualTo(before);
    }

    /** Something of each kind: a reported call with a note and a message, and a browser that waits. */
    private Map<String, Long> solna() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        var caller = caller(assignment);
        var claim =
                claim(assignment, caller).statusCode(201).extract().jsonPath().getLong("id");
        report(claim, "{\"outcome\":\"NO_ANSWER\",\"note\":\"Ring sent\",\"organizerMessage\":\"Ring du\"}")
                .statusCode(200);
        calls.change("""
                insert into caller_join_request (organization_id, caller_id, secret_hash, created_at)
                select organization_id, id, '\\x01', created_at from caller""", Map.of());
        return new HashMap<>(Map.of(
                "assignment",
                assignment,
                "caller",
                caller,
                "claim",
                claim,
                "note",
                calls.count("select id as count from call_note"),
                "message",
                calls.count("select id as count from organizer_message"),
                "request",
                calls.count("select id as count from caller_join_request")));
    }

    /** What Solna has, so that a refused request that did something all the same is found out. */
    private String everything() {
        return calls.query("""
                        select concat((select json_agg(a) from call_assignment a where a.organization_id = o.id),
                          (select json_agg(c) from caller c where c.organization_id = o.id),
                          (select json_agg(r) from caller_join_request r), (select json_agg(k) from call k),
                          (select json_agg(n) from call_note n), (select json_agg(m) from organizer_message m)) as everything
                        from organization o where o.slug = 'solna'""", row -> row.text("everything")).getFirst();
    }

    private void status(String who, String slug, Walk walk, int status) {
        var request = as(who);
        if (!walk.body().isEmpty()) {
            request.body(walk.body());
        }
        var answer =
                request.request(walk.method(), in(slug, walk.path())).then().statusCode(status);
        if (status == 404) {
            answer.body("type", endsWith("/not-found"));
        }
    }

    private static Permission[] allBut(Permission permission) {
        return Arrays.stream(Permission.values())
                .filter(other -> other != permission)
                .toArray(Permission[]::new);
    }

    private static String filled(String text, Map<String, Long> ids) {
        var filled = text.replace('\'', '"');
        for (var id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", String.valueOf(id.getValue()));
        }
        return filled;
    }
}
