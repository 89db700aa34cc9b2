package se.ringstuga.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.ringstuga.accounts.Actor;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.people.ImportResult;
import se.ringstuga.people.People;
import se.ringstuga.people.PersonEdits;
import se.ringstuga.people.RegisterImport;
import se.ringstuga.people.Tags;

/** The invented members come in as real ones do, through the import; some are tagged, two are protected, some leave. */
@ApplicationScoped
class DemoPeople {

    private static final Locale SWEDISH = Locale.of("sv");
    private static final int PROTECTED = 2;

    private static final NamedSql NUMBERED = NamedSql.of("""
            select id from person where organization_id = :organization and external_id = any (cast(:numbers as text[]))
            order by external_id""");

    private final RegisterImport register;
    private final PersonEdits edits;
    private final Tags tags;
    private final Sql sql;
    private final Clock clock;

    DemoPeople(RegisterImport register, PersonEdits edits, Tags tags, Sql sql, Clock clock) {
        this.register = register;
        this.edits = edits;
        this.tags = tags;
        this.sql = sql;
        this.clock = clock;
    }

    void make(DemoPlaces places) {
        var invented = invented(places);
        read(invented.hagerstenBefore(), places.hagersten(), places);
        read(invented.solna(), places.solna(), places);
        var old = invented.oldMembers();
        tag("Styrelsen", old.subList(2, 8), places);
        tag("Valarbetare", old.subList(5, 22), places);
        tag("Studiecirkel", old.subList(18, 30), places);
        protect(old.subList(0, PROTECTED), places);
    }

    /** The register some evenings later: a few have joined, and whoever is missing has left. */
    void renew(DemoPlaces places) {
        var done = read(invented(places).hagerstenNow(), places.hagersten(), places);
        var id = done.id();
        if (id != null) {
            register.endMemberships(order(places.hagersten(), places), id, done.missing());
        }
    }

    private InventedRegister invented(DemoPlaces places) {
        return new InventedRegister(LocalDate.ofInstant(clock.instant(), places.zone()));
    }

    private ImportResult read(byte[] file, long organizationId, DemoPlaces places) {
        return register.importFile(file, order(organizationId, places), SWEDISH);
    }

    private static RegisterImport.Order order(long organizationId, DemoPlaces places) {
        return new RegisterImport.Order(organizationId, places.administrator(), places.zone(), false, true);
    }

    private void tag(String title, List<String> numbers, DemoPlaces places) {
        var tag = tags.create(places.hagersten(), title);
        Actor organizer = places.organizer();
        ids(numbers, places).forEach(id -> tags.put(places.hagersten(), id, tag.id(), organizer));
    }

    private void protect(List<String> numbers, DemoPlaces places) {
        var editor = new PersonEdits.Editor(viewer(places), places.administrator(), places.zone());
        ids(numbers, places).forEach(id -> edits.restrict(editor, id, true));
    }

    private List<Long> ids(List<String> numbers, DemoPlaces places) {
        return sql.list(
                NUMBERED, Map.of("organization", places.hagersten(), "numbers", numbers), row -> row.number("id"));
    }

    private static People.Viewer viewer(DemoPlaces places) {
        return new People.Viewer(places.hagersten(), true);
    }
}
