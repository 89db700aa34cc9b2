package se.ringstuga.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** Looks into the database, and changes there what other features will change. */
@ApplicationScoped
class StoredRows {

    @Inject
    EntityManager entities;

    @Transactional
    public void change(String sql) {
        entities.createNativeQuery(sql).executeUpdate();
    }

    @Transactional
    public String value(String sql) {
        return String.valueOf(entities.createNativeQuery(sql).getSingleResult());
    }

    @Transactional
    public List<String> values(String sql) {
        return entities.createNativeQuery(sql, String.class).getResultList();
    }

    public long count(String table) {
        return Long.parseLong(value("select cast(count(*) as text) from " + table));
    }
}
