package se.ringstuga.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.postgresql.PGStatement;

/**
 * Set-based SQL with named parameters on the transaction's own connection, for the paths where each statement counts.
 * Hibernate shares that connection, so both see the same transaction.
 */
@NullMarked
@ApplicationScoped
public class Sql {

    private static final int KEPT_STATEMENTS = 2000;
    private static final int FETCHED_AT_ONCE = 500;

    private final AgroalDataSource dataSource;
    private final Map<String, NamedSql> statements = new ConcurrentHashMap<>();

    Sql(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * A statement that was put together, from a filter for instance. Filters of one shape give the same text, so few are
     * kept; the bound only guards against the unforeseen.
     */
    public NamedSql statement(String text) {
        if (statements.size() > KEPT_STATEMENTS) {
            statements.clear();
        }
        return Objects.requireNonNull(statements.computeIfAbsent(text, NamedSql::of));
    }

    public <T> List<T> list(NamedSql sql, Map<String, ?> parameters, Function<Row, T> reader) {
        return run(sql, parameters, statement -> {
            try (var results = statement.executeQuery()) {
                var rows = new ArrayList<T>();
                var row = new Row(results);
                while (results.next()) {
                    rows.add(reader.apply(row));
                }
                return rows;
            }
        });
    }

    /** Row by row, so that no more than a few hundred are in memory at the same time; needs a transaction for that. */
    public void each(NamedSql sql, Map<String, ?> parameters, Consumer<Row> reader) {
        run(sql, parameters, statement -> {
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (var results = statement.executeQuery()) {
                var row = new Row(results);
                while (results.next()) {
                    reader.accept(row);
                }
                return sql;
            }
        });
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(NamedSql sql, Map<String, ?> parameters, Function<Row, T> reader) {
        return list(sql, parameters, reader).stream().findFirst();
    }

    /** Runs a change and tells how many rows it touched. */
    public int update(NamedSql sql, Map<String, ?> parameters) {
        return run(sql, parameters, PreparedStatement::executeUpdate);
    }

    private <T> T run(NamedSql sql, Map<String, ?> parameters, Work<T> work) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql.text())) {
            sql.bind(statement, parameters);
            if (sql.plannedAnew()) {
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
            return work.on(statement);
        } catch (SQLException cause) {
            throw new SqlFailed(cause);
        }
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
