package se.ringstuga.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;

/** Finds the people a register speaks of among those who are there, a hundred thousand at a time. */
@ApplicationScoped
class RegisteredPeople {

    private static final String KEYS = "import_key (row, external_id, email, sort_name, phone, alt_phone)";

    /** By member number; without one by email, then by name and phone, also as they were before a correction; with a new one those here who have none yet. */
    private static final String CANDIDATES = """
            with candidate as (
              select k.row, p.id, 1 as rank
              from import_key k join person p on p.organization_id = ? and p.external_id = k.external_id
              union all
              select k.row, p.id, 2
              from import_key k join person p on p.organization_id = ? and lower(p.email) = k.email
              where k.external_id is null
              union all
              select k.row, p.id, 3
              from import_key k
              join person p on p.organization_id = ? and p.sort_name = k.sort_name
                and (p.phone in (k.phone, k.alt_phone) or p.alt_phone in (k.phone, k.alt_phone))
              where k.external_id is null
              union all
              select k.row, p.id, 3
              from person_correction c
              join person p on p.id = c.person_id
              join import_key k on c.field = 'email' and lower(c.register_value) = k.email
                or c.field in ('phone', 'altPhone') and c.register_value in (k.phone, k.alt_phone)
                  and k.sort_name = p.sort_name
              where c.organization_id = ? and k.external_id is null
              union all
              select k.row, p.id, case when k.external_id is null then 3 else 4 end
              from import_old_name o
              join person p on p.id = o.person_id
              join import_key k on k.sort_name = o.sort_name and (k.external_id is null or p.external_id is null)
                and (lower(p.email) = k.email or p.phone in (k.phone, k.alt_phone) or p.alt_phone in (k.phone, k.alt_phone)
                  or exists (select from person_correction c where c.person_id = p.id
                    and (c.field = 'email' and lower(c.register_value) = k.email
                      or c.field in ('phone', 'altPhone') and c.register_value in (k.phone, k.alt_phone))))
              union all
              select k.row, p.id, 4
              from person p join import_key k on k.sort_name = p.sort_name
                and (lower(p.email) = k.email or p.phone in (k.phone, k.alt_phone) or p.alt_phone in (k.phone, k.alt_phone))
              where p.organization_id = ? and p.external_id is null and k.external_id is not null
            )
            select c.row, p.id, p.external_id, p.given_name, p.family_name, p.email,
              p.phone, p.phone_kind, p.phone_wrong_at, p.alt_phone, p.alt_phone_kind, p.alt_phone_wrong_at,
              p.street, p.postal_code, p.city, p.birth_year, p.restricted_at is not null as restricted,
              m.joined_on, m.left_on, m.paid_until, m.placed_in
            from candidate c
            join person p on p.id = c.id
            left join membership m on m.organization_id = p.organization_id and m.person_id = p.id
            order by c.rank, c.row, p.id""";

    private final EntityManager entities;

    RegisteredPeople(EntityManager entities) {
        this.entities = entities;
    }

    /** Who a row of the file may be; the best ones first. */
    record Candidate(int row, RegisteredPerson person) {}

    /** Lets nobody else import or edit people of the organization until the end of the transaction. */
    void lock(long organizationId) {
        entities.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('people:' || :organization, 0))")
                .setParameter("organization", organizationId)
                .getSingleResult();
    }

    /** Waits for an import that is under way; edits do not hinder each other. */
    void lockForEdit(long organizationId) {
        entities.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock_shared(hashtextextended('people:' || :organization, 0))")
                .setParameter("organization", organizationId)
                .getSingleResult();
    }

    List<Candidate> candidates(long organizationId, Collection<RegisterEntry> entries) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            if (isEmpty(connection, organizationId)) {
                return List.of();
            }
            stage(connection, entries);
            return read(connection, organizationId);
        });
    }

    /** Current members with a member number whom the file, or what was matched with it, does not name. */
    List<Long> missing(long organizationId, Collection<String> numbers, Collection<Long> matched) {
        List<?> ids = entities.createNativeQuery("""
                        select p.id from person p
                        join membership m on m.organization_id = p.organization_id and m.person_id = p.id
                        where p.organization_id = :organization and p.external_id is not null and m.left_on is null
                          and not exists (select from unnest(cast(:numbers as text[])) as number where number = p.external_id)
                          and not exists (select from unnest(cast(:matched as bigint[])) as found where found = p.id)
                        order by p.id""", Long.class)
                .setParameter("organization", organizationId)
                .setParameter("numbers", numbers.toArray(String[]::new))
                .setParameter("matched", matched.toArray(Long[]::new))
                .getResultList();
        return ids.stream().map(Long.class::cast).toList();
    }

    private static boolean isEmpty(Connection connection, long organizationId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select 1 from person where organization_id = ? limit 1")) {
            statement.setLong(1, organizationId);
            try (ResultSet rows = statement.executeQuery()) {
                return !rows.next();
            }
        }
    }

    private static void stage(Connection connection, Collection<RegisterEntry> entries) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table import_key
                      (row int, external_id text, email text, sort_name text collate "C", phone text, alt_phone text)
                    on commit drop""");
        }
        CopyRows rows = new CopyRows(entries.size());
        for (RegisterEntry entry : entries) {
            List<PhoneNumber> phones = entry.phones();
            String email = entry.email();
            rows.value(entry.row())
                    .value(entry.externalId())
                    .value(email == null ? null : email.toLowerCase(java.util.Locale.ROOT))
                    .value(entry.sortName())
                    .value(phones.isEmpty() ? null : phones.getFirst().e164())
                    .value(phones.size() < 2 ? null : phones.get(1).e164())
                    .endRow();
        }
        rows.into(connection, KEYS);
        try (var statement = connection.createStatement()) {
            statement.execute("analyze import_key");
            statement.execute("set local jit = off");
        }
    }

    private static List<Candidate> read(Connection connection, long organizationId) throws SQLException {
        Map<Long, Map<PersonField, RegisteredPerson.Correction>> corrections = corrections(connection, organizationId);
        OldNames.stage(connection, organizationId, corrections);
        List<Candidate> candidates = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(CANDIDATES)) {
            for (int i = 1; i <= 5; i++) {
                statement.setLong(i, organizationId);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    candidates.add(new Candidate(
                            rows.getInt("row"),
                            RegisteredPersonRow.read(rows, corrections.getOrDefault(rows.getLong("id"), Map.of()))));
                }
            }
        }
        return candidates;
    }

    private static Map<Long, Map<PersonField, RegisteredPerson.Correction>> corrections(
            Connection connection, long organizationId) throws SQLException {
        Map<Long, Map<PersonField, RegisteredPerson.Correction>> corrections = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select person_id, field, register_value, value from person_correction
                where organization_id = ? and not (field = 'leftOn' and done_at is not null)""")) {
            statement.setLong(1, organizationId);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    var ofPerson = corrections.computeIfAbsent(
                            rows.getLong("person_id"), _ -> new EnumMap<>(PersonField.class));
                    var correction =
                            new RegisteredPerson.Correction(rows.getString("register_value"), rows.getString("value"));
                    PersonField.of(rows.getString("field")).ifPresent(field -> ofPerson.put(field, correction));
                }
            }
        }
        return corrections;
    }
}
