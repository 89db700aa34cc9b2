package se.ringstuga.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.Row;

/**
 * A series as it is stored.
 *
 * @param zone the organization's
 * @param laidOutUntil occurrences stand as rows up to this day
 * @param publishedAt whatever is laid out from then on is published
 */
record SeriesRow(
        long id,
        long organizationId,
        ZoneId zone,
        EventKind kind,
        EventContent content,
        SeriesRule rule,
        SeriesTimes times,
        @Nullable LocalDate laidOutUntil,
        @Nullable Instant publishedAt,
        @Nullable String publishedBy,
        @Nullable Instant endedAt,
        Instant createdAt,
        String createdBy,
        int version) {

    /** As it would be. */
    SeriesRow with(SeriesRows.Definition definition) {
        return new SeriesRow(
                id,
                organizationId,
                zone,
                kind,
                definition.content(),
                definition.rule(),
                definition.times(),
                laidOutUntil,
                publishedAt,
                publishedBy,
                endedAt,
                createdAt,
                createdBy,
                version);
    }

    static SeriesRow of(Row row) {
        var opens = row.numberOrNull("opens_before");
        return new SeriesRow(
                row.number("id"),
                row.number("organization_id"),
                ZoneId.of(row.text("time_zone")),
                EventRow.kind(row),
                ContentRows.content(row),
                new SeriesRule(
                        row.text("rule"),
                        row.numbers("months").stream().map(Math::toIntExact).collect(Collectors.toUnmodifiableSet()),
                        Objects.requireNonNull(row.dateOrNull("starts_on"))),
                new SeriesTimes(
                        row.time("local_start").orElseThrow(),
                        row.count("minutes"),
                        opens == null ? null : Math.toIntExact(opens),
                        row.count("closes_before")),
                row.dateOrNull("laid_out_until"),
                row.instantOrNull("published_at"),
                row.textOrNull("published_by"),
                row.instantOrNull("ended_at"),
                row.instant("created_at"),
                row.text("created_by"),
                row.count("version"));
    }
}
