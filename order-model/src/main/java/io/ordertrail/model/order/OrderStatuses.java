package io.ordertrail.model.order;

import static io.ordertrail.api.order.OrderLifecycle.CANCELLED;

import io.ordertrail.api.order.status.DisplayStatus;
import io.ordertrail.api.order.status.FulfilmentStatus;
import io.ordertrail.api.order.status.PaymentStatus;
import io.ordertrail.api.order.status.ReturnStatus;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.model.order.goods.Quantities;
import io.ordertrail.model.order.money.Funds;

/** The statuses of an order, derived from its quantities and its money. */
record OrderStatuses(OrderFacts facts) {

    PaymentStatus payment() {
        Funds f = facts.funds();
        if (f.payments().values().stream()
                        .anyMatch(payment -> payment.chargedBack().isPositive())
                && f.due().isPositive()) {
            return PaymentStatus.CHARGED_BACK;
        }
        if (f.refunded().isPositive()) {
            return f.paid().isPositive() ? PaymentStatus.PARTIALLY_REFUNDED : PaymentStatus.REFUNDED;
        }
        if (f.captured().isGreaterThan(f.value())) {
            return PaymentStatus.OVERPAID;
        }
        if (f.captured().isPositive()) {
            boolean enough = f.captured().isEqual(f.value())
                    || (facts.lifecycle() != CANCELLED && f.due().isZero());
            return enough ? PaymentStatus.PAID : PaymentStatus.PARTIALLY_PAID;
        }
        if (f.authorized().isPositive()) {
            return f.authorized().isLessThan(f.value()) ? PaymentStatus.PENDING : PaymentStatus.AUTHORIZED;
        }
        if (f.released().isPositive()) {
            return PaymentStatus.VOIDED;
        }
        if (f.value().isZero() || facts.lifecycle() == CANCELLED) {
            return PaymentStatus.NONE;
        }
        return f.failed() ? PaymentStatus.FAILED : PaymentStatus.PENDING;
    }

    FulfilmentStatus fulfilment() {
        Quantities goods = facts.goods();
        if (facts.lifecycle() == CANCELLED || goods.wanted() == 0) {
            return FulfilmentStatus.CANCELLED;
        }
        if (goods.delivered() > 0) {
            return facts.allDelivered() ? FulfilmentStatus.DELIVERED : FulfilmentStatus.PARTIALLY_DELIVERED;
        }
        if (goods.shipped() > 0) {
            return goods.shipped() == goods.wanted() ? FulfilmentStatus.SHIPPED : FulfilmentStatus.PARTIALLY_SHIPPED;
        }
        return goods.backordered() > 0 ? FulfilmentStatus.BACKORDERED : FulfilmentStatus.UNFULFILLED;
    }

    /** Goods that came back say more than goods that may come. */
    ReturnStatus returned() {
        Quantities goods = facts.goods();
        if (goods.returned() > 0) {
            return goods.returned() == goods.wanted() ? ReturnStatus.RETURNED : ReturnStatus.PARTIALLY_RETURNED;
        }
        if (isAnyReturn(ReturnStage.APPROVED) || isAnyReturn(ReturnStage.RECEIVED)) {
            return ReturnStatus.IN_PROGRESS;
        }
        return isAnyReturn(ReturnStage.REQUESTED) ? ReturnStatus.REQUESTED : ReturnStatus.NONE;
    }

    private boolean isAnyReturn(ReturnStage stage) {
        return facts.returns().values().stream().anyMatch(one -> one.stage() == stage);
    }

    DisplayStatus display() {
        if (!facts.openProblems().isEmpty()) {
            return DisplayStatus.PROBLEM;
        }
        if (facts.lifecycle() == CANCELLED) {
            return DisplayStatus.CANCELLED;
        }
        if (facts.hold() != null) {
            return DisplayStatus.PROBLEM;
        }
        if (returned() == ReturnStatus.RETURNED) {
            return DisplayStatus.RETURNED;
        }
        return switch (fulfilment()) {
            case DELIVERED -> DisplayStatus.DELIVERED;
            case SHIPPED, PARTIALLY_SHIPPED, PARTIALLY_DELIVERED -> DisplayStatus.IN_TRANSIT;
            case CANCELLED -> DisplayStatus.CANCELLED;
            case UNFULFILLED, BACKORDERED ->
                facts.paidAsAgreed() ? DisplayStatus.PROCESSING : DisplayStatus.PAYMENT_DUE;
        };
    }
}
