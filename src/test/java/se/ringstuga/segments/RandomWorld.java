package se.ringstuga.segments;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import se.ringstuga.segments.KnownPeople.Answer;
import se.ringstuga.segments.KnownPeople.Call;
import se.ringstuga.segments.KnownPeople.Person;
import se.ringstuga.segments.KnownPeople.Submission;

/** People drawn at random, written into the tables and kept in memory as plain records. */
@ApplicationScoped
class RandomWorld {

    static final List<String> CITIES = List.of("Solna", "SOLNA", "Malmö", "Malmo", "Örebro", "Århus", "Zürich", "");
    static final List<String> NAMES =
            List.of("Anna", "Åsa", "Zoë", "Łukasz", "José", "anna", "Bo", "İpek", "Ann-Marie");
    static final List<String> POSTAL_CODES = List.of("169 51", "16951", "170 00", "");
    static final List<String> TEXTS =
            List.of("Kaffe och bullar", "KÄFFE", "flygblad", "ring mig på kvällen", "100 %", "_");

    @Inject
    EntityManager entities;

    /** What filters may point to; questions and options of several versions share a lineage. */
    record Things(
            long organizationId,
            List<String> slugs,
            List<Long> tags,
            List<Long> surveys,
            Map<Long, Long> questionLineages,
            Map<Long, Long> optionLineages,
            Map<Long, Long> surveyOfQuestion,
            List<Long> assignments,
            List<Person> people) {}

    Things create(Random random, Instant now) {
        return QuarkusTransaction.requiringNew().timeout(120).call(() -> new Draw(random, now).things());
    }

    private final class Draw {
        private final Random random;
        private final Instant now;
        private final Map<String, Long> organizations = new HashMap<>();
        private final List<Long> tags = new ArrayList<>();
        private final List<Long> surveys = new ArrayList<>();
        private final Map<Long, Long> questions = new HashMap<>();
        private final Map<Long, Long> options = new HashMap<>();
        private final Map<Long, Long> surveyOfQuestion = new HashMap<>();
        private final List<Long> assignments = new ArrayList<>();

        Draw(Random random, Instant now) {
            this.random = random;
            this.now = now;
        }

        Things things() {
            for (Object[] row : rows("select slug, id from organization")) {
                organizations.put((String) row[0], (Long) row[1]);
            }
            long solna = organization("solna");
            for (String title : List.of("A", "B", "C", "D")) {
                tags.add(insert(
                        "insert into tag (organization_id, title, created_at) values (?1, ?2, ?3) returning id",
                        solna,
                        title,
                        now));
            }
            surveys.add(survey(solna));
            surveys.add(survey(solna));
            for (String owner : List.of("solna", "huvudsta")) {
                assignments.add(insert("""
                        insert into call_assignment (organization_id, root_id, title, target, cooldown_hours, max_attempts,
                                                     opened_at, expires_at, created_by)
                        values (?1, ?2, 'x', '{}', 1, 5, ?3, ?3, 'x') returning id""", organization(owner), solna, now));
            }
            List<Person> people = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                people.add(person());
            }
            // As after an import: the statements are planned for the people who are there now.
            execute("analyze person, membership, person_connection, person_tag, submission, answer, call");
            return new Things(
                    solna,
                    List.of("solna", "huvudsta", "rasunda"),
                    tags,
                    surveys,
                    questions,
                    options,
                    surveyOfQuestion,
                    assignments,
                    people);
        }

        private long organization(String slug) {
            return Objects.requireNonNull(organizations.get(slug));
        }

        /** Two versions of four questions that share their lineage. */
        private long survey(long organization) {
            long survey = insert(
                    "insert into survey (organization_id, title, created_at, created_by) values (?1, 'x', ?2, 'x') returning id",
                    organization,
                    now);
            long choice = (Long) entities.createNativeQuery("select nextval('survey_lineage')", Long.class)
                    .getSingleResult();
            for (int version = 1; version <= 2; version++) {
                entities.createNativeQuery("insert into survey_version values (?1, ?2, ?3, ?4, 'x')")
                        .setParameter(1, organization)
                        .setParameter(2, survey)
                        .setParameter(3, version)
                        .setParameter(4, now)
                        .executeUpdate();
                question(organization, survey, version, 1, "MULTIPLE_CHOICE", choice);
                question(organization, survey, version, 2, "TEXT", choice + 1_000);
                question(organization, survey, version, 3, "YES_NO", choice + 2_000);
                question(organization, survey, version, 4, "SCALE", choice + 3_000);
            }
            return survey;
        }

        private void question(long organization, long survey, int version, int position, String type, long lineage) {
            long id = insert("""
                    insert into question (organization_id, survey_id, version_number, lineage, position, type, text, scale_from, scale_to)
                    values (?1, ?2, ?3, ?4, ?5, ?6, '?', case when ?6 = 'SCALE' then 0 end, case when ?6 = 'SCALE' then 9 end)
                    returning id""", organization, survey, version, lineage, position, type);
            questions.put(id, lineage);
            surveyOfQuestion.put(id, survey);
            for (int place = 1; place <= 3 && position == 1; place++) {
                long option = insert("""
                        insert into question_option (organization_id, question_id, lineage, position, text)
                        values (?1, ?2, ?3, ?4, 'x') returning id""", organization, id, lineage * 10 + place, place);
                options.put(option, lineage * 10 + place);
            }
        }

        private Person person() {
            Person person = new Person();
            String owner = random.nextInt(5) == 0 ? "huvudsta" : random.nextInt(20) == 0 ? "boras" : "solna";
            boolean restricted = random.nextInt(20) == 0;
            String given = pick(NAMES);
            String city = maybe(pick(CITIES));
            String postalCode = maybe(pick(POSTAL_CODES));
            Integer birthYear = random.nextBoolean() ? null : 1950 + random.nextInt(10);
            String email = random.nextBoolean() ? given + "@example.org" : null;
            String phone = random.nextBoolean() ? "+46701740605" : null;
            boolean wrong = random.nextInt(4) == 0;
            String kind = phone == null ? null : random.nextBoolean() ? "MOBILE" : "LANDLINE";
            String alt = random.nextInt(4) == 0 ? "+46701740606" : null;
            person.id = insert(
                    """
                    insert into person (organization_id, given_name, city, postal_code, birth_year, email, phone, phone_kind,
                                        phone_wrong_at, alt_phone, alt_phone_kind, restricted_at, created_at, updated_at)
                    values (?1, ?2, cast(?3 as text), cast(?4 as text), cast(?5 as smallint), cast(?6 as text),
                            cast(?7 as text), cast(?8 as text), cast(?9 as timestamptz), cast(?10 as text),
                            case when cast(?10 as text) is null then null else 'MOBILE' end, cast(?11 as timestamptz), ?12, ?12)
                    returning id""",
                    organization(owner),
                    given,
                    city,
                    postalCode,
                    birthYear,
                    email,
                    phone,
                    kind,
                    wrong ? now.toString() : null,
                    alt,
                    restricted ? now.toString() : null,
                    now);
            person.fields.put(PersonField.GIVEN_NAME, given);
            person.fields.put(PersonField.CITY, city);
            person.fields.put(PersonField.POSTAL_CODE, postalCode);
            person.fields.put(PersonField.BIRTH_YEAR, birthYear == null ? null : birthYear.toString());
            person.fields.put(PersonField.EMAIL, email);
            person.email = email != null;
            person.phone = (phone != null && !wrong) || alt != null;
            person.mobile = ("MOBILE".equals(kind) && !wrong) || alt != null;
            person.organizations.add(owner);
            fields(person);
            connect(person, owner);
            membership(person, owner);
            person.visible = !restricted && person.organizations.stream().anyMatch(slug -> !slug.equals("boras"));
            happenings(person, owner);
            return person;
        }

        private void fields(Person person) {
            for (PersonField field : List.of(
                    PersonField.FAMILY_NAME, PersonField.STREET, PersonField.LANGUAGE, PersonField.EXTERNAL_ID)) {
                String value = maybe(pick(NAMES) + (field == PersonField.EXTERNAL_ID ? " " + person.id : ""));
                String none = field == PersonField.FAMILY_NAME ? "''" : "null";
                String set = field.column().replace("p.", "") + " = coalesce(cast(?1 as text), " + none + ")";
                execute("update person set " + set + " where id = ?2", value, person.id);
                person.fields.put(field, value);
            }
        }

        private void connect(Person person, String owner) {
            if (random.nextInt(4) == 0) {
                String to = pick(List.of("huvudsta", "rasunda"));
                execute(
                        "insert into person_connection values (?1, ?2, ?3, 'STAFF', ?4, 'x')",
                        organization(to),
                        organization(owner),
                        person.id,
                        now);
                person.organizations.add(to);
            }
        }

        private void membership(Person person, String owner) {
            if (random.nextInt(6) == 0) {
                return;
            }
            person.joined = random.nextInt(5) == 0 ? null : today().minusDays(random.nextInt(40) - 5);
            person.paidUntil = random.nextInt(3) == 0 ? null : today().plusDays(random.nextInt(40) - 20);
            String placed =
                    owner.equals("solna") && random.nextInt(4) == 0 ? pick(List.of("huvudsta", "rasunda")) : owner;
            execute(
                    "insert into membership values (?1, ?2, ?3, cast(?4 as date), null, cast(?5 as date))",
                    organization(owner),
                    person.id,
                    organization(placed),
                    text(person.joined),
                    text(person.paidUntil));
            person.organizations.add(placed);
        }

        private void happenings(Person person, String owner) {
            for (Long tag : tags) {
                if (random.nextInt(3) == 0) {
                    execute(
                            "insert into person_tag values (?1, ?2, ?3, ?4, ?5, 'x')",
                            organization(owner),
                            person.id,
                            organization("solna"),
                            tag,
                            now);
                    person.tags.add(tag);
                }
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                submission(person, owner);
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                call(person, owner);
            }
        }

        private void submission(Person person, String owner) {
            long survey = pick(surveys);
            int version = 1 + random.nextInt(2);
            boolean complete = random.nextBoolean();
            boolean superseded = random.nextInt(4) == 0;
            Instant at = ago();
            long id = insert(
                    """
                    insert into submission (organization_id, survey_organization, survey_id, version_number, person_id, source,
                                            actor, complete, submitted_at, superseded_at)
                    values (?1, ?2, ?3, ?4, ?5, 'STAFF', 'x', ?6, ?7, cast(?8 as timestamptz)) returning id""",
                    organization(owner),
                    organization("solna"),
                    survey,
                    version,
                    person.id,
                    complete,
                    at,
                    superseded ? now.toString() : null);
            List<Answer> answers = new ArrayList<>();
            for (Object[] row : rows("select q.id, q.lineage, q.type from question q where q.survey_id = " + survey
                    + " and q.version_number = " + version + " order by q.position")) {
                answer(id, organization(owner), (Long) row[0], (Long) row[1], (String) row[2], answers);
            }
            if (!superseded) {
                person.submissions.add(new Submission(survey, complete, at, answers));
            }
        }

        private void answer(
                long submission, long owner, long question, long lineage, String type, List<Answer> answers) {
            String into = "insert into answer (organization_id, submission_id, question_id, question_lineage, ";
            switch (type) {
                case "TEXT" -> {
                    String text = pick(TEXTS);
                    execute(into + "text) values (?1, ?2, ?3, ?4, ?5)", owner, submission, question, lineage, text);
                    answers.add(new Answer(lineage, null, text, null));
                }
                case "YES_NO", "SCALE" -> {
                    int value = random.nextInt(type.equals("SCALE") ? 10 : 2);
                    execute(into + "value) values (?1, ?2, ?3, ?4, ?5)", owner, submission, question, lineage, value);
                    answers.add(new Answer(lineage, null, null, value));
                }
                default -> {
                    for (Object[] option :
                            rows("select id, lineage from question_option where question_id = " + question)) {
                        if (random.nextBoolean()) {
                            execute(
                                    into + "option_id, option_lineage) values (?1, ?2, ?3, ?4, ?5, ?6)",
                                    owner,
                                    submission,
                                    question,
                                    lineage,
                                    option[0],
                                    option[1]);
                            answers.add(new Answer(lineage, (Long) option[1], null, null));
                        }
                    }
                }
            }
        }

        private void call(Person person, String owner) {
            int which = random.nextInt(2);
            String organization = which == 0 ? "solna" : "huvudsta";
            String state = pick(List.of("REPORTED", "REPORTED", "UNREPORTED", "SKIPPED", "ENDED", "LAPSED"));
            boolean reached = state.equals("REPORTED") && random.nextBoolean();
            boolean interrupted = reached && random.nextBoolean();
            Instant at = ago();
            long caller = insert(
                    """
                    insert into caller (organization_id, assignment_id, name, link_hash, link_expires_at, created_at, created_by)
                    values (?1, ?2, 'x', cast(?3 as bytea), ?4, ?4, 'x') returning id""",
                    organization(organization),
                    assignments.get(which),
                    "\\x" + Long.toHexString(random.nextLong() | Long.MIN_VALUE),
                    now);
            execute(
                    """
                    insert into call (organization_id, root_id, assignment_id, caller_id, person_organization, person_id, phone,
                                      secret_nonce, claimed_by, state, claimed_at, lease_until, outcome, interrupted)
                    values (?1, ?2, ?3, ?4, ?5, ?6, '+46701740605', '', 'x', ?7, ?8, ?8, cast(?9 as text), ?10)""",
                    organization(organization),
                    organization("solna"),
                    assignments.get(which),
                    caller,
                    organization(owner),
                    person.id,
                    state,
                    at,
                    reached ? "REACHED" : state.equals("REPORTED") ? "NO_ANSWER" : null,
                    interrupted);
            if (state.endsWith("REPORTED")) {
                person.calls.add(new Call(assignments.get(which), reached, interrupted, at));
            }
        }

        private Instant ago() {
            return now.minus(Duration.ofHours(random.nextInt(24 * 30)));
        }

        private LocalDate today() {
            return now.atZone(ZoneId.of("Europe/Stockholm")).toLocalDate();
        }

        private @Nullable String maybe(String text) {
            return random.nextInt(5) == 0 ? null : text;
        }

        private <T> T pick(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        private static @Nullable String text(@Nullable LocalDate date) {
            return date == null ? null : date.toString();
        }
    }

    private long insert(String sql, @Nullable Object... values) {
        var query = entities.createNativeQuery(sql, Long.class);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return (Long) query.getSingleResult();
    }

    private void execute(String sql, @Nullable Object... values) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql) {
        return entities.createNativeQuery(sql, Object[].class).getResultList();
    }
}
