package io.ordertrail.query.order.history;

import io.ordertrail.api.order.OrderMoneyEvent.ApprovalAsked;
import io.ordertrail.api.order.view.OrderHistory.Upcoming;
import io.ordertrail.api.order.view.OrderView.Ask;
import io.ordertrail.api.order.view.OrderView.Deadline;
import io.ordertrail.model.order.OpenAsks;
import io.ordertrail.model.order.OrderState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What is still to come of an order: what happens by itself if nothing else does, and what it waits for. */
final class Upcomings {

    private static final Comparator<Upcoming> EARLIEST_FIRST =
            Comparator.comparing(Upcoming::at, Comparator.nullsLast(Comparator.naturalOrder()));

    private Upcomings() {}

    /** @param isStaff whether to tell of what waits for a second person */
    static List<Upcoming> of(OrderState order, boolean isStaff) {
        List<Upcoming> all = new ArrayList<>();
        order.deadlines()
                .forEach(deadline -> all.add(new Upcoming(
                        Objects.requireNonNullElse(deadline.subject(), order.orderId()),
                        deadline.at(),
                        words(deadline))));
        if (isStaff) {
            order.approvals()
                    .open()
                    .values()
                    .forEach(approval -> all.add(new Upcoming(order.orderId(), approval.expiresAt(), words(approval))));
        }
        OpenAsks.of(order.facts()).forEach(ask -> all.add(new Upcoming(ask.subject(), null, words(ask))));
        return all.stream().sorted(EARLIEST_FIRST).toList();
    }

    private static String words(Deadline deadline) {
        return switch (deadline.kind()) {
            case EXPIRY ->
                "The order is cancelled, unless it is confirmed; not while it is on hold or a payment has no answer";
            case SHIP_BY -> "The order is reported as overdue, unless all of it has left";
            case PROMISE_END -> "What the payment has promised ends, unless it is captured";
            case RETRY -> "What the payment has refused is asked for again";
            case UNKNOWN -> "Something that a later release knows happens";
        };
    }

    private static String words(ApprovalAsked approval) {
        return "What " + approval.askedBy() + " asked for (" + approval.number() + ", " + approval.amount()
                + ") is over, unless somebody else decides on it";
    }

    private static String words(Ask ask) {
        return "Waits for the answer to ask " + ask.number() + " (" + ask.operation()
                + (ask.amount() == null ? "" : " " + ask.amount())
                + (ask.quantity() == null ? "" : " " + ask.quantity()) + ") since " + ask.since();
    }
}
