package io.ordertrail.query.projection.table;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of a row, column by column, in a form in which expected and stored values can be compared, whatever class
 * the driver chose.
 */
public final class RowValues implements ParameterBinder {

    private final List<@Nullable Object> values = new ArrayList<>();

    /** Binds one row. */
    @FunctionalInterface
    public interface Binder {
        void bind(ParameterBinder bound) throws SQLException;
    }

    /** What {@code binder} would write. */
    public static RowValues written(Binder binder) {
        RowValues row = new RowValues();
        try {
            binder.bind(row);
        } catch (SQLException e) {
            throw new IllegalStateException("Nothing here talks to a database", e);
        }
        return row;
    }

    /** The values of the present row of {@code result}. */
    public static RowValues read(ResultSet result) throws SQLException {
        RowValues row = new RowValues();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            row.values.add(plain(result.getObject(column)));
        }
        return row;
    }

    /** Databases keep microseconds; cut off here, a row read back equals the one written. */
    public static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** The value of the column at {@code index}, from 0. */
    public @Nullable Object at(int index) {
        return values.get(index);
    }

    /** The first column, of those that {@code columns} names with commas between, in which {@code other} differs. */
    public Optional<String> differenceFrom(RowValues other, String columns) {
        String[] names = columns.split(", ");
        for (int column = 0; column < names.length; column++) {
            if (!Objects.equals(values.get(column), other.values.get(column))) {
                return Optional.of(names[column]);
            }
        }
        return Optional.empty();
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof Timestamp time) {
            return time.toInstant();
        }
        if (value instanceof BigDecimal amount) {
            return amount.stripTrailingZeros();
        }
        if (value instanceof byte[] text) {
            return new String(text, StandardCharsets.UTF_8);
        }
        return value instanceof Integer number ? Long.valueOf(number) : value;
    }

    @Override
    public ParameterBinder text(@Nullable String value) {
        values.add(value);
        return this;
    }

    @Override
    public ParameterBinder number(long value) {
        values.add(value);
        return this;
    }

    @Override
    public ParameterBinder flag(boolean value) {
        values.add(value);
        return this;
    }

    @Override
    public ParameterBinder amount(BigDecimal value) {
        values.add(value.stripTrailingZeros());
        return this;
    }

    @Override
    public ParameterBinder time(Instant value) {
        values.add(micros(value));
        return this;
    }

    @Override
    public ParameterBinder bytes(byte[] value) {
        values.add(new String(value, StandardCharsets.UTF_8));
        return this;
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
