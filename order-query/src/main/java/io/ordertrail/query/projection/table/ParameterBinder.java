package io.ordertrail.query.projection.table;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.PreparedStatementCreator;

/** Takes the values of a row's columns one after the other, each with its type, so that no driver has to ask for it. */
public interface ParameterBinder {

    ParameterBinder text(@Nullable String value) throws SQLException;

    ParameterBinder number(long value) throws SQLException;

    ParameterBinder flag(boolean value) throws SQLException;

    ParameterBinder amount(BigDecimal value) throws SQLException;

    ParameterBinder time(Instant value) throws SQLException;

    /** UTF-8, in a column whose order is that of bytes. */
    ParameterBinder bytes(byte[] value) throws SQLException;

    /** Binds to the parameters of {@code statement}. */
    static ParameterBinder to(PreparedStatement statement) {
        return new Parameters(statement);
    }

    /** {@code sql} with one parameter, an array of texts: {@code where id = any(?)}. */
    static PreparedStatementCreator anyOf(String sql, Collection<String> texts) {
        return connection -> {
            PreparedStatement statement = connection.prepareStatement(sql);
            statement.setArray(1, connection.createArrayOf("varchar", texts.toArray()));
            return statement;
        };
    }

    /** The parameters of a statement. */
    final class Parameters implements ParameterBinder {

        private final PreparedStatement statement;
        private int index;

        private Parameters(PreparedStatement statement) {
            this.statement = statement;
        }

        @Override
        public ParameterBinder text(@Nullable String value) throws SQLException {
            statement.setString(++index, value);
            return this;
        }

        @Override
        public ParameterBinder number(long value) throws SQLException {
            statement.setLong(++index, value);
            return this;
        }

        @Override
        public ParameterBinder flag(boolean value) throws SQLException {
            statement.setBoolean(++index, value);
            return this;
        }

        @Override
        public ParameterBinder amount(BigDecimal value) throws SQLException {
            statement.setBigDecimal(++index, value);
            return this;
        }

        @Override
        public ParameterBinder time(Instant value) throws SQLException {
            statement.setObject(++index, value.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            return this;
        }

        @Override
        public ParameterBinder bytes(byte[] value) throws SQLException {
            statement.setBytes(++index, value);
            return this;
        }
    }
}
