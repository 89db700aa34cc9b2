package se.ringstuga.calling;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the page of thanks is about, carried in its address: ids and times, nothing about anybody. */
record Thanked(
        @RestQuery long call,
        @RestQuery @Nullable Outcome outcome,
        @RestQuery @Nullable Instant undoUntil,
        @RestQuery @Nullable Instant callBackAt,
        @RestQuery boolean late,
        @RestQuery boolean conflict) {

    static URI address(ReportView report) {
        UriBuilder address = UriBuilder.fromPath("/ring/thanks")
                .queryParam("call", report.id())
                .queryParam("outcome", report.outcome())
                .queryParam("undoUntil", report.undoUntil());
        if (report.callBackAt() != null) {
            address.queryParam("callBackAt", report.callBackAt());
        }
        if (report.late()) {
            address.queryParam("late", true);
        }
        if (report.conflict()) {
            address.queryParam("conflict", true);
        }
        return address.build();
    }
}
