package io.ordertrail.query.order.history;

import io.ordertrail.api.order.OrderMoneyEvent.ApprovalAsked;
import io.ordertrail.api.order.view.OrderHistory.Upcoming;
import io.ordertrail.api.order.view.OrderView.Ask;
import io.ordertrail.api.order.view.OrderView.Deadline;
import io.ordertrail.api.returns.RmaStatus;
import io.ordertrail.model.order.OpenAsks;
import io.ordertrail.model.order.OrderState;
import io.ordertrail.model.payment.OpenRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is still to come of an order: what happens by itself if nothing else does, and what it waits for. */
final class Upcomings {

    private static final Comparator<Upcoming> EARLIEST_FIRST =
            Comparator.comparing(Upcoming::at, Comparator.nullsLast(Comparator.naturalOrder()));

    private final List<Upcoming> all = new ArrayList<>();

    private Upcomings() {}

    /** What everybody may know to whom the order is shown. */
    static Upcomings of(OrderState order, OrderParts parts) {
        Upcomings them = new Upcomings();
        order.deadlines()
                .forEach(deadline -> them.add(
                        Objects.requireNonNullElse(deadline.subject(), order.orderId()),
                        deadline.at(),
                        words(deadline)));
        parts.returns().forEach((id, back) -> {
            if (back.status() == RmaStatus.APPROVED && back.dueBy() != null) {
                them.add(id, back.dueBy(), "The return expires, unless any of its goods came");
            }
        });
        OpenAsks.of(order.facts()).forEach(ask -> them.all.add(new Upcoming(ask.subject(), null, words(ask))));
        return them;
    }

    /** And what is for the shop: what waits for a second person. */
    Upcomings andApprovals(OrderState order) {
        order.approvals()
                .open()
                .values()
                .forEach(approval -> add(order.orderId(), approval.expiresAt(), words(approval)));
        return this;
    }

    /** And what the service tries again by itself, which is for the shop too. */
    Upcomings andTries(OrderParts parts, Map<String, Instant> lookUps, List<FailingStep> failing) {
        parts.unknown().forEach((id, request) -> {
            Instant next = lookUps.get(request.key());
            if (next != null) {
                add(id, next, words(request));
            }
        });
        failing.forEach(step -> add(step.subject(), step.dueAt(), step.words()));
        return this;
    }

    List<Upcoming> earliestFirst() {
        return all.stream().sorted(EARLIEST_FIRST).toList();
    }

    private void add(String subject, Instant at, String words) {
        all.add(new Upcoming(subject, at, words));
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

    private static String words(OpenRequest request) {
        return "The provider is asked again what became of the " + MoneyDescriptions.noun(request.operation()) + " of "
                + request.amount()
                + (request.overdue()
                        ? "; a person was told that it does not say"
                        : "; a person is told if it never says");
    }
}
