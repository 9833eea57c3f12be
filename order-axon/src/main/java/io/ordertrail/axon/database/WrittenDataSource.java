package io.ordertrail.axon.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections to the embedded database whose commits are in the file when they return, by {@link StoreWriter}. A
 * transaction that is {@link RepeatableWork} does not wait for that.
 */
final class WrittenDataSource extends DelegatingDataSource {

    private static final Set<String> ENDS = Set.of("commit", "rollback", "close", "setAutoCommit");

    private final StoreWriter writer;

    WrittenDataSource(DataSource target, StoreWriter writer) {
        super(target);
        this.writer = writer;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return written(obtainTargetDataSource().getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return written(obtainTargetDataSource().getConnection(username, password));
    }

    private Connection written(Connection connection) throws SQLException {
        writer.takeOver(connection);
        return proxy(Connection.class, new WrittenConnection(connection));
    }

    /** Remembers whether the present transaction has changed anything: who only reads waits for nothing. */
    private final class WrittenConnection implements InvocationHandler {

        private final Connection connection;
        private boolean changed;

        private WrittenConnection(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
            if (ENDS.contains(method.getName())) {
                return end(method, arguments);
            }
            Object result = call(connection, method, arguments);
            if (result instanceof Statement statement) {
                return isRead(arguments) ? statement : written(statement);
            }
            return result;
        }

        private @Nullable Object end(Method method, Object @Nullable [] arguments) throws Throwable {
            if (!changed) {
                return call(connection, method, arguments);
            }
            Object result = writer.make(() -> call(connection, method, arguments));
            changed = false;
            if (!method.getName().equals("commit") || RepeatableWork.isPresent()) {
                writer.writeLater();
            } else {
                writer.write();
            }
            return result;
        }

        private Statement written(Statement statement) {
            Class<? extends Statement> kind = statement instanceof CallableStatement
                    ? CallableStatement.class
                    : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
            return proxy(kind, (self, method, arguments) -> {
                if (!method.getName().startsWith("execute") || isRead(arguments)) {
                    return call(statement, method, arguments);
                }
                changed = true;
                Object result = makesIndex(arguments)
                        ? call(statement, method, arguments)
                        : writer.make(() -> call(statement, method, arguments));
                if (connection.getAutoCommit()) {
                    changed = false;
                    writer.write();
                }
                return result;
            });
        }
    }

    /** What is only read needs not wait for others who write, nor they for it. */
    private static boolean isRead(Object @Nullable [] arguments) {
        if (arguments == null || !(arguments[0] instanceof String sql)) {
            return false;
        }
        if (!sql.regionMatches(true, 0, "select", 0, "select".length())) {
            return false;
        }
        String words = sql.toLowerCase(Locale.ROOT);
        return !words.contains("for update") && !words.contains("nextval") && !words.contains("final table");
    }

    /**
     * It takes seconds in a large table, and the file may be written meanwhile: H2 notes an index when all of it is
     * there, so after a kill there is none.
     */
    private static boolean makesIndex(Object @Nullable [] arguments) {
        return arguments != null
                && arguments[0] instanceof String sql
                && sql.regionMatches(true, 0, "create index", 0, "create index".length());
    }

    private static <T> T proxy(Class<T> kind, InvocationHandler handler) {
        return kind.cast(
                Proxy.newProxyInstance(WrittenDataSource.class.getClassLoader(), new Class<?>[] {kind}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
