package se.ringstuga.database;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The current row of a result, by column name; what may be null is asked for by a method that says so. */
@NullMarked
public final class Row {

    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    public long number(String column) {
        return Objects.requireNonNull(numberOrNull(column), column);
    }

    public @Nullable Long numberOrNull(String column) {
        return read(() -> {
            var value = results.getLong(column);
            return results.wasNull() ? null : value;
        });
    }

    public double decimal(String column) {
        return Objects.requireNonNull(decimalOrNull(column), column).doubleValue();
    }

    public @Nullable BigDecimal decimalOrNull(String column) {
        return get(column, BigDecimal.class);
    }

    public int count(String column) {
        return Math.toIntExact(number(column));
    }

    public String text(String column) {
        return Objects.requireNonNull(textOrNull(column), column);
    }

    public @Nullable String textOrNull(String column) {
        return read(() -> results.getString(column));
    }

    public boolean is(String column) {
        return Boolean.TRUE.equals(get(column, Boolean.class));
    }

    public @Nullable Boolean booleanOrNull(String column) {
        return get(column, Boolean.class);
    }

    public Instant instant(String column) {
        return Objects.requireNonNull(instantOrNull(column), column);
    }

    public @Nullable Instant instantOrNull(String column) {
        var at = get(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public @Nullable LocalDate dateOrNull(String column) {
        return get(column, LocalDate.class);
    }

    public Optional<LocalTime> time(String column) {
        return Optional.ofNullable(get(column, LocalTime.class));
    }

    public byte[] bytes(String column) {
        return Objects.requireNonNull(read(() -> results.getBytes(column)), column);
    }

    public List<String> texts(String column) {
        return List.of(array(column, new String[0]));
    }

    public List<Long> numbers(String column) {
        return List.of(array(column, new Long[0]));
    }

    private <T> T[] array(String column, T[] empty) {
        var values = read(() -> {
            var array = results.getArray(column);
            return array == null ? null : array.getArray();
        });
        return values == null ? empty : Arrays.copyOf((Object[]) values, ((Object[]) values).length, arrayType(empty));
    }

    @SuppressWarnings("unchecked")
    private static <T> Class<T[]> arrayType(T[] example) {
        return (Class<T[]>) example.getClass();
    }

    private <T> @Nullable T get(String column, Class<T> type) {
        return read(() -> results.getObject(column, type));
    }

    private static <T> @Nullable T read(Reading<T> reading) {
        try {
            return reading.value();
        } catch (SQLException cause) {
            throw new SqlFailed(cause);
        }
    }

    private interface Reading<T> {
        @Nullable
        T value() throws SQLException;
    }
}
