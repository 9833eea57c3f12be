package io.ordertrail.journey;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts what one thread asks of the database. */
final class Counting implements BeanPostProcessor {

    private static final ThreadLocal<List<String>> CALLS = ThreadLocal.withInitial(ArrayList::new);

    private static final Map<String, LongAdder> COMMITS = new ConcurrentHashMap<>();

    /** Commits so far of the threads whose name contains {@code part}. */
    static long commitsOfThreads(String part) {
        return COMMITS.entrySet().stream()
                .filter(thread -> thread.getKey().contains(part))
                .mapToLong(thread -> thread.getValue().sum())
                .sum();
    }

    /** Statements and commits of this thread since the last call, in order. */
    static List<String> calls() {
        List<String> calls = List.copyOf(CALLS.get());
        CALLS.get().clear();
        return calls;
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

    private static void count(Object target, Method method, String sql) {
        if (target instanceof Connection && method.getName().equals("commit")) {
            CALLS.get().add("commit");
            COMMITS.computeIfAbsent(Thread.currentThread().getName(), name -> new LongAdder())
                    .increment();
        }
        if (target instanceof Statement && method.getName().startsWith("execute")) {
            CALLS.get().add(sql);
        }
    }
}
