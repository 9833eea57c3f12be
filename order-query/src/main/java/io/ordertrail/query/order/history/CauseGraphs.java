package io.ordertrail.query.order.history;

import io.ordertrail.api.order.view.OrderCauses;
import io.ordertrail.api.order.view.OrderCauses.Edge;
import io.ordertrail.api.order.view.OrderCauses.Kind;
import io.ordertrail.api.order.view.OrderCauses.Node;
import io.ordertrail.api.order.view.OrderHistory.Entry;
import io.ordertrail.api.order.view.OrderQuery.GetCauses;
import io.ordertrail.query.order.history.OrderTrail.Trail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what followed from what: the same entries as the history, by what caused them. */
final class CauseGraphs {

    private final OrderHistories histories;

    CauseGraphs(OrderHistories histories) {
        this.histories = histories;
    }

    @QueryHandler
    OrderCauses get(GetCauses query) {
        Trail trail = histories.trail(query.orderId());
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        Set<String> known = new HashSet<>();
        histories.entries(trail.events()).forEach(entry -> {
            String cause = entry.causingEvent();
            if (cause == null || !known.contains(cause)) {
                // Nothing here caused it: somebody did, or a clock, or what is not for the caller to see.
                cause = entry.causationId();
                if (cause != null && known.add(cause)) {
                    nodes.add(request(cause, entry));
                }
            }
            known.add(entry.eventId());
            nodes.add(new Node(
                    entry.eventId(),
                    Kind.EVENT,
                    entry.subject(),
                    entry.type(),
                    entry.at(),
                    entry.actor(),
                    entry.summary()));
            if (cause != null) {
                edges.add(new Edge(cause, entry.eventId()));
            }
        });
        return new OrderCauses(query.orderId(), trail.version(), nodes, edges);
    }

    private static Node request(String commandId, Entry first) {
        String whose = first.onBehalfOf() == null ? "" : " for " + first.onBehalfOf();
        return new Node(
                commandId,
                Kind.REQUEST,
                null,
                null,
                first.recordedAt(),
                first.actor(),
                "Asked by " + first.actor() + whose);
    }
}
