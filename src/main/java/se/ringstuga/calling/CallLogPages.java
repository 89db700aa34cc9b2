package se.ringstuga.calling;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.PageRequest;

/** The log of an assignment's calls, by caller, outcome and day. */
@Path("/o/{slug}/call-assignments/{id}/calls")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class CallLogPages {

    @CheckedTemplate(basePath = "CallLogPages")
    static class Templates {
        static native TemplateInstance log(Log page);

        private Templates() {}
    }

    /** @param chosen whether anything narrows the list */
    record Log(
            AssignmentWords.Head head,
            List<Option> callers,
            List<Option> outcomes,
            String day,
            boolean chosen,
            List<Line> calls,
            @Nullable String next) {}

    record Option(String value, String words, boolean chosen) {}

    record Line(String address, String person, String outcome, String colour, String about, List<String> marks) {}

    private final CallLogs logs;
    private final Callers callers;
    private final CallLogWords logWords;
    private final AssignmentScreens assignments;
    private final AssignmentWords words;
    private final Access access;
    private final AccessLog accessLog;

    CallLogPages(
            CallLogs logs,
            Callers callers,
            CallLogWords logWords,
            AssignmentScreens assignments,
            AssignmentWords words,
            Access access,
            AccessLog accessLog) {
        this.logs = logs;
        this.callers = callers;
        this.logWords = logWords;
        this.assignments = assignments;
        this.words = words;
        this.access = access;
        this.accessLog = accessLog;
    }

    @GET
    @Transactional
    @Requires(Permission.CALLS_MANAGE)
    @Operation(hidden = true)
    public TemplateInstance log(@RestPath long id, @BeanParam CallLogQuery query, @BeanParam PageRequest request) {
        var head = assignments.head(id);
        var wanted = query.wanted(id, access.administrator());
        var found = logs.page(assignments.scope(), wanted, access.zone(), request);
        accessLog.record(
                "call.log",
                "assignment:" + id,
                found.items().stream().map(LoggedCall::personId).toList());
        var chosen = Chosen.of(wanted);
        return Templates.log(new Log(
                head,
                callers(id, chosen.caller()),
                outcomes(chosen.outcome()),
                chosen.day(),
                chosen.any(),
                found.items().stream().map(call -> line(head, call)).toList(),
                found.next() == null ? null : head.base() + "/calls?" + chosen.query(found.next())));
    }

    /** What narrows the list, as it stands in its fields; empty for all. */
    private record Chosen(String caller, String outcome, String day) {

        static Chosen of(CallLogs.Wanted wanted) {
            return new Chosen(
                    wanted.callerId() == null ? "" : wanted.callerId().toString(),
                    Objects.requireNonNullElse(wanted.outcome(), ""),
                    wanted.day() == null ? "" : wanted.day().toString());
        }

        boolean any() {
            return !(caller + outcome + day).isEmpty();
        }

        String query(String cursor) {
            return "caller=%s&outcome=%s&day=%s&cursor=%s"
                    .formatted(caller, outcome, day, URLEncoder.encode(cursor, UTF_8));
        }
    }

    private List<Option> callers(long id, String chosen) {
        return callers.list(assignments.scope(), id).stream()
                .map(one -> {
                    var value = Long.toString(one.id());
                    return new Option(value, one.name(), value.equals(chosen));
                })
                .toList();
    }

    private List<Option> outcomes(String chosen) {
        var options = new ArrayList<Option>();
        for (var outcome : Outcome.values()) {
            options.add(new Option(
                    outcome.name(), words.outcomes().of(outcome), outcome.name().equals(chosen)));
        }
        options.add(new Option(
                CallLogQuery.UNREPORTED, words.outcomes().unreported(), CallLogQuery.UNREPORTED.equals(chosen)));
        return options;
    }

    private Line line(AssignmentWords.Head head, LoggedCall call) {
        return new Line(
                head.base() + "/call/" + call.id(),
                call.personName(),
                logWords.outcome(call),
                call.outcome() == Outcome.REACHED ? "good" : call.outcome() == null ? "warn" : "",
                call.callerName() + " · " + words.time().moment(call.calledAt()),
                logWords.marks(call));
    }
}
