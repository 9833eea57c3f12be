package io.ordertrail.api.order.view;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.personal.PersonalData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What followed from what, of an order and of all that belongs to it. A request causes events; an event makes a process
 * do something, which causes more.
 *
 * @param version of the order's last event
 * @param nodes each after what it follows from
 */
@Named("order.OrderCauses")
public record OrderCauses(String orderId, long version, List<Node> nodes, List<Edge> edges) {

    /** What a node stands for. */
    public enum Kind {
        /** What somebody, or a clock, asked for. */
        REQUEST,
        EVENT
    }

    /**
     * @param id of the event, or of the request's command
     * @param subject of an event, as in the history; of a request, null
     * @param type of an event, its stored name; of a request, null
     * @param at when it happened
     * @param summary in words
     */
    public record Node(
            String id,
            Kind kind,
            @Nullable String subject,
            @Nullable String type,
            Instant at,
            String actor,
            @PersonalData String summary) {}

    /** {@code to} followed from {@code from}; both are ids of nodes. */
    public record Edge(String from, String to) {}
}
