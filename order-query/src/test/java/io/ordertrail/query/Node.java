package io.ordertrail.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.projection.ProjectionQuery.GetRebuild;
import io.ordertrail.api.projection.ProjectionQuery.ListProjections;
import io.ordertrail.api.projection.Projections;
import io.ordertrail.api.projection.Rebuild;
import io.ordertrail.api.projection.RebuildStatus;
import io.ordertrail.api.verification.Verification;
import io.ordertrail.api.verification.VerificationQuery.VerifyViews;
import io.ordertrail.axon.failure.Unavailable;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.SharedViews;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A read side at work on an event store that the test fills. */
public final class Node implements AutoCloseable {

    public static final List<String> PROJECTIONS = List.of("order-view", "order-list");

    public static final RequestContext ANNA =
            new RequestContext("anna", List.of("SUPERVISOR", "ADMIN", "SERVICE"), "c-1", "t-1", null, null);

    private final ConfigurableApplicationContext context;

    private Node(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static Node start(List<String> database, String... properties) {
        return start(List.of(OrderQueryNode.class), database, properties);
    }

    /** One that has the read models of {@link Samples} too. */
    public static Node withSamples(List<String> database, String... properties) {
        return start(List.of(OrderQueryNode.class, Samples.class), database, properties);
    }

    private static Node start(List<Class<?>> sources, List<String> database, String... properties) {
        List<String> arguments = new ArrayList<>(database);
        for (String property : properties) {
            arguments.add("--" + property);
        }
        return new Node(new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .properties("spring.config.name=order-query")
                .registerShutdownHook(false)
                .run(arguments.toArray(String[]::new)));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public boolean has(Class<?> type) {
        return !context.getBeansOfType(type).isEmpty();
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    /** SQL about what is live of views, with the names that tables have first. */
    public StatementSpec sql(String sql) {
        return bean(ViewSql.class).sql(sql);
    }

    public <T> T ask(Object query, Class<T> answer) {
        return bean(Dispatch.class).ask(query, ANNA, answer);
    }

    public <T> T send(Object command, Class<T> answer) {
        return bean(Dispatch.class).send(command, ANNA, answer);
    }

    public Verification verify() {
        return ask(new VerifyViews(), Verification.class);
    }

    /** Stores {@code events} as the whole stream of their order, in one transaction. */
    public void store(List<? extends OrderEvent> events) {
        store(0, events);
    }

    public void store(long firstVersion, List<? extends OrderEvent> events) {
        List<GenericDomainEventMessage<?>> messages = new ArrayList<>();
        for (OrderEvent event : events) {
            messages.add(message(event, firstVersion + messages.size(), Instant.now()));
        }
        bean(EventStore.class).publish(messages);
    }

    public void storeAt(Instant recordedAt, long version, OrderEvent event) {
        bean(EventStore.class).publish(message(event, version, recordedAt));
    }

    /** Stores one event of any aggregate. */
    public void store(String type, String id, long version, Object event) {
        bean(EventStore.class)
                .publish(new GenericDomainEventMessage<>(type, id, version, event, Map.of(MetaKeys.ACTOR, "anna")));
    }

    /** Stores an event that is of no aggregate. */
    public void tell(Object event) {
        bean(EventStore.class).publish(GenericEventMessage.asEventMessage(event));
    }

    private static GenericDomainEventMessage<OrderEvent> message(OrderEvent event, long version, Instant recordedAt) {
        return new GenericDomainEventMessage<>(
                "order",
                event.orderId(),
                version,
                event,
                Map.of(
                        MetaKeys.ACTOR, "anna",
                        MetaKeys.ROLES, "SUPPORT,SUPERVISOR",
                        MetaKeys.CORRELATION_ID, "c-1",
                        MetaKeys.CAUSATION_ID, "command-" + version,
                        MetaKeys.TRACE_ID, "t-1"),
                UUID.randomUUID().toString(),
                recordedAt);
    }

    public Projections projections() {
        return ask(new ListProjections(), Projections.class);
    }

    public Projections.Item projection(String name) {
        return projections().items().stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until a rebuild is done. */
    public void awaitRebuild(String projection, String rebuildId) {
        await().atMost(Duration.ofMinutes(3))
                .ignoreExceptionsInstanceOf(Unavailable.class)
                .until(() -> ask(new GetRebuild(projection, rebuildId), Rebuild.class)
                                .status()
                        == RebuildStatus.DONE);
    }

    /** Waits until every projection has taken in all that is stored. */
    public void settle() {
        await().atMost(Duration.ofMinutes(3))
                .ignoreExceptionsInstanceOf(Unavailable.class)
                .until(() -> projections().items().stream().allMatch(item -> item.position() >= item.head()));
    }

    /** The event processor that keeps views together. */
    public TrackingEventProcessor views() {
        return processor(SharedViews.PROCESSOR);
    }

    /** Waits until no view has an event processor of its own. */
    public void awaitTogether() {
        await().atMost(Duration.ofMinutes(3))
                .ignoreExceptionsInstanceOf(Unavailable.class)
                .until(() -> bean(SharedViews.class).names().size()
                        == projections().items().size());
    }

    public TrackingEventProcessor processor(String name) {
        return bean(Configuration.class)
                .eventProcessingConfiguration()
                .eventProcessor(name, TrackingEventProcessor.class)
                .orElseThrow();
    }

    /** Every row of every view, as text. */
    public List<String> rows() {
        return List.of(
                        "order_view order by order_id",
                        "order_list order by order_id",
                        "order_list_sku order by order_id, sku",
                        "order_list_word order by order_id, word",
                        "order_list_metadata order by order_id, name")
                .stream()
                .flatMap(table -> sql("select * from " + table).query().listOfRows().stream())
                .map(Node::text)
                .toList();
    }

    /** Bytes are told by what they are, and not by where they lie. */
    private static String text(Map<String, Object> row) {
        return row.entrySet().stream()
                .map(column -> column.getKey() + "="
                        + (column.getValue() instanceof byte[] bytes
                                ? new String(bytes, StandardCharsets.UTF_8)
                                : column.getValue()))
                .toList()
                .toString();
    }

    /** Fails with the first row that is not as it was. */
    public void requireRows(List<String> before) {
        List<String> now = rows();
        for (int row = 0; row < Math.min(before.size(), now.size()); row++) {
            assertThat(now.get(row)).isEqualTo(before.get(row));
        }
        assertThat(now).hasSameSizeAs(before);
    }

    public long count(String table) {
        return sql("select count(*) from " + table).query(Long.class).single();
    }

    @Override
    public void close() {
        context.close();
    }
}
