package se.ringstuga.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;

/** Searching among fifty thousand people reads an index and not everybody. */
@QuarkusTest
class SearchSpeedTest extends ApiTest {

    @Inject
    StoredRows rows;

    private long solna;

    @BeforeEach
    void aNationalRegister() {
        solna = a.organization("solna");
        rows.change("""
                insert into person (organization_id, given_name, family_name, phone, phone_kind, search, sort_name,
                    created_at, updated_at)
                select o.id, given, family, phone, 'MOBILE',
                  ' ' || lower(given) || ' ' || lower(family) || ' ' || substr(phone, 2) || ' 0' || substr(phone, 4),
                  lower(family) || ' ' || lower(given), o.created_at, o.created_at
                from organization o, generate_series(1, 50000) as i,
                  lateral (select initcap(translate(md5(cast(i as text)), '0123456789', 'ghijklmnop')) as family,
                    initcap(translate(md5(cast(-i as text)), '0123456789', 'qrstuvwxyz')) as given,
                    '+46701' || lpad(cast(i as text), 6, '0') as phone) as made
                where o.id = %d""".formatted(solna));
        rows.change("analyze person, organization_closure");
    }

    @Test
    void aSearchReadsTheTrigramIndexAndAShortOneTheListIndex() {
        assertThat(plan("eva lindqvist")).contains("person_search").doesNotContain("Seq Scan on person ");
        assertThat(plan("0701012345")).contains("person_search").doesNotContain("Seq Scan on person ");
        assertThat(plan("l")).contains("person_list").doesNotContain("Seq Scan on person ");
        assertThat(plan("")).contains("person_list").doesNotContain("Seq Scan on person ");
        assertThat(plan("+")).contains("person_list").doesNotContain("Seq Scan on person ");
        assertThat(plan("ab")).doesNotContain("Seq Scan on person ");

        as(a.token("solna"))
                .queryParam("search", "0701012345")
                .get(in("solna", "/people"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    private String plan(String typed) {
        PeopleSearch search = PeopleSearch.of(typed);
        return rows.plan(entities -> People.bound(
                entities.createNativeQuery("explain " + People.listing(search), String.class)
                        .setParameter("viewer", solna)
                        .setParameter("administrator", false)
                        .setParameter("key", "")
                        .setParameter("id", 0L)
                        .setParameter("limit", 51),
                search));
    }
}
