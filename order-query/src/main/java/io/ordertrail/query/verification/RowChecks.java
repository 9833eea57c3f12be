package io.ordertrail.query.verification;

import io.ordertrail.api.projection.Projections;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.query.order.Audited;
import io.ordertrail.query.order.OrderAudit;
import io.ordertrail.query.projection.position.CommitSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Invariants I3 and I4: every row against the fold of its events, and every sum against that of the events. */
final class RowChecks {

    /** For all rows together: an event that is under way arrives at once or not at all. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OrderAudit orders;
    private final CommitSignal commits;
    private final Map<String, Projections.Item> projections = new LinkedHashMap<>();
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final Map<String, Long> seen = new LinkedHashMap<>();
    private final Sums sums = new Sums();
    private Duration waited = Duration.ZERO;

    RowChecks(OrderAudit orders, CommitSignal commits, List<Projections.Item> projections) {
        this.orders = orders;
        this.commits = commits;
        projections.forEach(each -> this.projections.put(each.name(), each));
        this.projections.keySet().forEach(name -> tallies.put(name, new Tally()));
        tallies.put(Audited.EVENTS, new Tally());
    }

    void page(List<String> ids) {
        orders.audit(ids).stream().map(this::settled).forEach(this::count);
    }

    /** A row behind its events may only be on its way, where its projection runs: then it is looked at again. */
    private Audited settled(Audited first) {
        Audited[] last = {first};
        if (isOnItsWay(first)) {
            long began = System.nanoTime();
            commits.await(
                    () -> {
                        last[0] = orders.audit(List.of(first.orderId())).get(0);
                        return !isOnItsWay(last[0]);
                    },
                    PATIENCE.minus(waited));
            waited = waited.plusNanos(System.nanoTime() - began);
        }
        return last[0];
    }

    private boolean isOnItsWay(Audited order) {
        return order.behind().keySet().stream().anyMatch(name -> item(name).running());
    }

    private void count(Audited order) {
        tallies.get(Audited.EVENTS).checked(order.events());
        order.rows().forEach((name, rows) -> {
            tallies.get(name).checked(rows);
            seen.merge(name, Math.min(rows, 1), Long::sum);
        });
        order.breaches().forEach(breach -> tallies.get(breach.source()).breach(breach.what()));
        order.behind().forEach((name, where) -> {
            // That a whole projection lags is I6's to tell.
            if (!isBehind(name)) {
                tallies.get(name).breach(order.orderId() + ": " + where);
            }
        });
        sums.add(order.totals());
    }

    /** Where a projection has rows of more orders than there are, the ones too many are looked for. */
    void compareCounts() {
        if (projections.keySet().stream().anyMatch(name -> orders.orders(name) > seen.getOrDefault(name, 0L))) {
            orders.rowsWithoutEvents(breach -> tallies.get(breach.source()).breach(breach.what()));
        }
    }

    List<Check> checks(long lastSeen, long head) {
        if (lastSeen < head) {
            tallies.get(Audited.EVENTS).breach("the store gave events to " + lastSeen + " only, of " + head);
        }
        List<Check> checks = new ArrayList<>();
        projections
                .keySet()
                .forEach(name -> checks.add(tallies.get(name)
                        .check("I3", "every row of " + name + " equals the fold of its order's events")));
        checks.add(tallies.get(Audited.EVENTS)
                .check("I3", "every event can be read and folded, quantities and money in bounds (O3, O6)"));
        Tally agreement = new Tally();
        sums.compare(List.of("order-view", "order-list"), this::isBehind, agreement);
        checks.add(agreement.check("I4", "totals agree between events, view and list: " + sums.inWords()));
        return checks;
    }

    private boolean isBehind(String name) {
        return item(name).position() < item(name).head();
    }

    private Projections.Item item(String name) {
        return projections.get(name);
    }
}
