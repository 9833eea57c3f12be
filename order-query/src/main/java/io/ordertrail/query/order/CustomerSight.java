package io.ordertrail.query.order;

import io.ordertrail.api.message.ActionAnswer;
import io.ordertrail.api.order.OrderAction;
import io.ordertrail.api.order.view.OrderReturnViewBuilder;
import io.ordertrail.api.order.view.OrderShipmentViewBuilder;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.order.view.OrderViewBuilder;
import io.ordertrail.api.order.view.OrderViewCancellationBuilder;
import io.ordertrail.api.order.view.OrderViewLineBuilder;
import io.ordertrail.api.order.view.OrderViewPaymentBuilder;
import io.ordertrail.api.order.view.OrderViewRefundBuilder;
import io.ordertrail.api.order.view.OrderViewSettlementBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the customer of an order may see of it: all but what the shop keeps for itself. */
final class CustomerSight {

    /** What customers may do themselves, as far as the order allows it. */
    private static final Set<String> ACTIONS = Stream.of(
                    OrderAction.PAY,
                    OrderAction.CANCEL,
                    OrderAction.CANCEL_LINES,
                    OrderAction.REQUEST_RETURN,
                    OrderAction.ADD_NOTE)
            .map(OrderAction::name)
            .collect(Collectors.toUnmodifiableSet());

    private CustomerSight() {}

    static OrderView of(OrderView order) {
        return OrderViewBuilder.builder(order)
                .holdReason(null)
                .lines(order.lines().stream()
                        .map(line ->
                                OrderViewLineBuilder.builder(line).note(null).build())
                        .toList())
                .settlements(order.settlements().stream()
                        .map(settlement -> OrderViewSettlementBuilder.builder(settlement)
                                .reason("")
                                .build())
                        .toList())
                .payments(order.payments().stream()
                        .map(payment -> OrderViewPaymentBuilder.builder(payment)
                                .reason(null)
                                .build())
                        .toList())
                .refunds(order.refunds().stream()
                        .map(refund -> OrderViewRefundBuilder.builder(refund)
                                .to(null)
                                .reason(null)
                                .build())
                        .toList())
                .shipments(order.shipments().stream()
                        .map(parcel -> OrderShipmentViewBuilder.builder(parcel)
                                .reason(null)
                                .build())
                        .toList())
                .returns(order.returns().stream()
                        .map(back -> OrderReturnViewBuilder.builder(back)
                                .override(null)
                                .creditAccountId(null)
                                .build())
                        .toList())
                .edits(List.of())
                .cancellation(
                        order.cancellation() == null
                                ? null
                                : OrderViewCancellationBuilder.builder(order.cancellation())
                                        .note(null)
                                        .build())
                .problems(List.of())
                .approvals(List.of())
                .metadata(Map.of())
                .allowedActions(order.allowedActions().stream()
                        .filter(CustomerSight::isTheirs)
                        .toList())
                .build();
    }

    private static boolean isTheirs(ActionAnswer answer) {
        return ACTIONS.contains(answer.action());
    }
}
