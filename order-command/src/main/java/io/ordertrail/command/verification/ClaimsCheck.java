package io.ordertrail.command.verification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.command.order.OrderNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I2, of names: an order owns its number and its external reference, and nobody owns one without being there. */
final class ClaimsCheck implements Onlooker {

    private static final int BATCH = 500;

    private final Tally claimed = new Tally("I2", "Every order's number and external reference are claimed by it");
    private final Tally owned = new Tally("I2", "Every claimed name belongs to something that exists");
    private final JdbcClient jdbc;
    private final EventStore store;
    private final List<Claim> batch = new ArrayList<>();
    private final List<Claim> missing = new ArrayList<>();

    ClaimsCheck(JdbcClient jdbc, EventStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    private record Claim(String kind, String name, String owner) {

        @Override
        public String toString() {
            return "%s %s of %s".formatted(kind, name, owner);
        }
    }

    @Override
    public void see(EventMessage<?> event, Object payload) {
        if (payload instanceof OrderCreated order) {
            expect(order);
        }
    }

    private void expect(OrderCreated order) {
        batch.add(new Claim(OrderNames.NUMBER, order.number(), order.orderId()));
        if (order.externalRef() != null) {
            batch.add(new Claim(
                    OrderNames.EXTERNAL_REF,
                    OrderNames.external(order.channel(), order.externalRef()),
                    order.orderId()));
        }
        if (batch.size() >= BATCH) {
            look(batch);
        }
    }

    @Override
    public Stream<Check> checks(EventPass events) {
        look(batch);
        // With an Axon Server the event is there a moment before the row: what was missing then may be there now.
        Set<Claim> late = stored(missing);
        missing.stream().filter(claim -> !late.contains(claim)).forEach(claim -> claimed.breach(claim.toString()));

        jdbc.sql("select kind, name, owner from claimed_name")
                .withFetchSize(1000)
                .query(row -> {
                    owned.look();
                    Claim claim = new Claim(row.getString(1), row.getString(2), row.getString(3));
                    if (!events.hasStream(claim.owner())
                            && !store.readEvents(claim.owner()).hasNext()) {
                        owned.breach(claim.toString());
                    }
                });
        return Stream.of(claimed.check(), owned.check());
    }

    private void look(List<Claim> claims) {
        Set<Claim> there = stored(claims);
        for (Claim claim : claims) {
            claimed.look();
            if (!there.contains(claim)) {
                missing.add(claim);
            }
        }
        claims.clear();
    }

    private Set<Claim> stored(List<Claim> claims) {
        Set<Claim> there = new HashSet<>();
        Map<String, List<String>> names =
                claims.stream().collect(groupingBy(Claim::kind, mapping(Claim::name, toList())));
        names.forEach((kind, some) -> {
            for (int from = 0; from < some.size(); from += BATCH) {
                jdbc.sql("select kind, name, owner from claimed_name where kind = :kind and name in (:names)")
                        .param("kind", kind)
                        .param("names", some.subList(from, Math.min(from + BATCH, some.size())))
                        .query((row, n) -> new Claim(row.getString(1), row.getString(2), row.getString(3)))
                        .list()
                        .forEach(there::add);
            }
        });
        return there;
    }
}
