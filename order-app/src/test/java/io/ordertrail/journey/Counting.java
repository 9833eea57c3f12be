package io.ordertrail.journey;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts what one thread asks of the database, and what all of them write. */
final class Counting implements BeanPostProcessor {

    /** Of the threads that handle commands. */
    private static final Queue<String> CALLS = new ConcurrentLinkedQueue<>();

    private static final Map<String, LongAdder> COMMITS = new ConcurrentHashMap<>();

    /** Whether this thread has written since its last commit. */
    private static final ThreadLocal<Boolean> WROTE = ThreadLocal.withInitial(() -> false);

    private static final LongAdder STATEMENTS = new LongAdder();
    private static final LongAdder WRITES = new LongAdder();
    private static final LongAdder WRITING_COMMITS = new LongAdder();

    /** So many statements, those of them that write, and transactions that wrote, of all threads so far. */
    record Work(long statements, long writes, long transactions) {

        Work since(Work before) {
            return new Work(statements - before.statements, writes - before.writes, transactions - before.transactions);
        }
    }

    static Work work() {
        return new Work(STATEMENTS.sum(), WRITES.sum(), WRITING_COMMITS.sum());
    }

    /** Commits so far of the threads whose name contains {@code part}. */
    static long commitsOfThreads(String part) {
        return COMMITS.entrySet().stream()
                .filter(thread -> thread.getKey().contains(part))
                .mapToLong(thread -> thread.getValue().sum())
                .sum();
    }

    /** Statements and commits of the threads that handle commands, since the last call, in order. */
    static List<String> calls() {
        List<String> calls = List.copyOf(CALLS);
        CALLS.clear();
        return calls;
    }

    private static void call(String what) {
        String thread = Thread.currentThread().getName();
        if (thread.startsWith("commands-")) {
            CALLS.add(what);
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource ? wrap(bean, "") : bean;
    }

    private static Object wrap(Object target, String sql) {
        InvocationHandler counting = (proxy, method, arguments) -> {
            count(target, method, sql);
            try {
                Object result = method.invoke(target, arguments);
                boolean ours = result instanceof Connection || result instanceof Statement;
                return ours ? wrap(result, arguments == null ? "" : String.valueOf(arguments[0])) : result;
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        };
        return Proxy.newProxyInstance(
                Counting.class.getClassLoader(),
                new Class<?>[] {
                    target instanceof DataSource
                            ? DataSource.class
                            : target instanceof Connection ? Connection.class : java.sql.PreparedStatement.class
                },
                counting);
    }

    private static void count(Object target, Method method, String sql) throws SQLException {
        if (target instanceof Connection && method.getName().equals("commit")) {
            call("commit");
            COMMITS.computeIfAbsent(Thread.currentThread().getName(), name -> new LongAdder())
                    .increment();
            if (WROTE.get()) {
                WRITING_COMMITS.increment();
            }
        }
        if (target instanceof Connection && List.of("commit", "rollback").contains(method.getName())) {
            WROTE.set(false);
        }
        if (target instanceof Statement statement && method.getName().startsWith("execute")) {
            call(sql);
            STATEMENTS.increment();
            if (isWrite(sql)) {
                WRITES.increment();
                boolean alone = statement.getConnection().getAutoCommit();
                WROTE.set(!alone);
                WRITING_COMMITS.add(alone ? 1 : 0);
            }
        }
    }

    private static boolean isWrite(String sql) {
        return !sql.stripLeading().regionMatches(true, 0, "select", 0, "select".length());
    }
}
