package se.ringstuga.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;

/** {@link Sql} on a database of a test's own, each statement a transaction by itself. */
public final class PlainSql implements AutoCloseable {

    private final AgroalDataSource dataSource;
    public final Sql sql;

    private PlainSql(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
        this.sql = new Sql(dataSource);
    }

    public static PlainSql of(EmbeddedDatabase database) throws SQLException {
        return of(database.jdbcUrl(), database.username(), database.password());
    }

    public static PlainSql of(String url, String user, String password) throws SQLException {
        return new PlainSql(AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(4)
                        .connectionFactoryConfiguration(connection -> connection
                                .jdbcUrl(url)
                                .principal(new NamePrincipal(user))
                                .credential(new SimplePassword(password))))));
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
