package io.ordertrail.command.order;

import io.ordertrail.api.Receipt;
import io.ordertrail.api.order.OrderCommand.CreateOrder;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderRefusal.ExternalRefTaken;
import io.ordertrail.api.order.OrderRefusal.OrderIdTaken;
import io.ordertrail.api.order.OrderRefusal.TotalMismatch;
import io.ordertrail.axon.Correlation;
import io.ordertrail.axon.MetaKeys;
import io.ordertrail.axon.Refused;
import io.ordertrail.command.BusinessTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.Aggregate;

/** Where orders are placed: prices them, gives them their number, and sees to it that no name is given twice. */
final class OrderDesk {

    private final OrderRepository orders;
    private final OrderNames names;
    private final Clock clock;

    OrderDesk(OrderRepository orders, OrderNames names, Clock clock) {
        this.orders = orders;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Looks for an earlier order only when it was told that another was faster: the unique rows and the first event's
     * sequence number settle it, and an order that meets none costs no look-up.
     */
    @CommandHandler
    Receipt handle(CreateOrder command, CommandMessage<?> message) throws Exception {
        PlacementCheck.check(command);
        Pricing pricing = Pricing.of(Basket.of(command));
        addsUpAsExpected(command, pricing);
        Instant at = BusinessTime.of(command.at(), BusinessTime.EARLIEST, clock);

        boolean again = message.getMetaData().containsKey(MetaKeys.ATTEMPT);
        if (again) {
            Optional<Aggregate<Order>> placed = orders.find(command.orderId());
            if (placed.isPresent()) {
                return placed.get()
                        .invoke(order -> order.answerTo(Correlation.idOf(message)))
                        .orElseThrow(() -> new Refused(new OrderIdTaken(command.orderId())));
            }
        }
        String number = names.nextNumber(at);
        claim(command, number, again);
        return orders.newInstance(() -> Order.place(created(command, number, pricing, at)))
                .invoke(Order::open);
    }

    private void claim(CreateOrder command, String number, boolean again) {
        if (command.externalRef() == null) {
            names.claim(number, command.orderId());
            return;
        }
        String external = OrderNames.external(command.channel(), command.externalRef());
        Optional<String> owner = again ? names.ownerOf(external) : Optional.empty();
        if (owner.isEmpty()) {
            names.claim(number, external, command.orderId());
        } else if (owner.get().equals(command.orderId())) {
            // Claimed by an attempt whose event an Axon Server never stored.
            names.claim(number, command.orderId());
        } else {
            throw new Refused(new ExternalRefTaken(command.channel(), command.externalRef(), owner.get()));
        }
    }

    private static void addsUpAsExpected(CreateOrder command, Pricing pricing) {
        if (command.expectedTotal() != null
                && !command.expectedTotal().equals(pricing.totals().grand())) {
            throw new Refused(
                    new TotalMismatch(command.expectedTotal(), pricing.totals().grand()));
        }
    }

    private static OrderCreated created(CreateOrder command, String number, Pricing pricing, Instant at) {
        return new OrderCreated(
                command.orderId(),
                number,
                command.externalRef(),
                command.channel(),
                command.customerId(),
                command.currency(),
                command.paymentTerms(),
                pricing.lines(),
                pricing.shipping(),
                pricing.totals(),
                Pricing.ROUNDING,
                command.shippingAddress(),
                command.billingAddress(),
                at);
    }
}
