package io.ordertrail.command.order;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCourseCommand.CreateOrder;
import io.ordertrail.api.order.OrderCourseCommand.ProposeEdit;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseRefusal.ExternalRefTaken;
import io.ordertrail.api.order.OrderCourseRefusal.OrderIdTaken;
import io.ordertrail.api.order.OrderMoneyCommand.PayOrder;
import io.ordertrail.api.order.OrderMoneyRefusal.TotalMismatch;
import io.ordertrail.api.order.value.EditedLine;
import io.ordertrail.api.order.value.LineRequest;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.account.AccountOwners;
import io.ordertrail.command.order.OrderNames.Drawn;
import io.ordertrail.command.payment.provider.Providers;
import io.ordertrail.command.stock.TrackedSkus;
import io.ordertrail.model.kernel.BusinessTime;
import io.ordertrail.model.kernel.Faults;
import io.ordertrail.model.order.decision.EditDecisions;
import io.ordertrail.model.order.decision.PaymentDecisions;
import io.ordertrail.model.order.input.Basket;
import io.ordertrail.model.order.input.Pricing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Where orders are placed: prices them, gives them their number, and makes sure that no name is given twice. Edits come
 * past here too, since an order cannot see which SKUs are kept as stock.
 */
final class OrderHandler {

    private final OrderRepository orders;
    private final OrderNames names;
    private final TrackedSkus tracked;
    private final Providers providers;
    private final AccountOwners owners;
    private final OrderTimes times;
    private final Clock clock;

    OrderHandler(
            OrderRepository orders,
            OrderNames names,
            TrackedSkus tracked,
            Providers providers,
            AccountOwners owners,
            OrderTimes times,
            Clock clock) {
        this.orders = orders;
        this.names = names;
        this.tracked = tracked;
        this.providers = providers;
        this.owners = owners;
        this.times = times;
        this.clock = clock;
    }

    /**
     * Looks for an earlier order only when it was told that another was faster: the unique rows and the first event's
     * sequence number settle it, and an order that meets none costs no look-up.
     */
    @CommandHandler
    Receipt handle(CreateOrder command, CommandMessage<?> message) throws Exception {
        mayBePaidSo(command.payment());
        Pricing pricing = Pricing.of(Basket.of(command));
        addsUpAsExpected(command, pricing);
        Instant at = BusinessTime.of(command.at(), BusinessTime.EARLIEST, clock);

        boolean again = message.getMetaData().containsKey(MetaKeys.ATTEMPT);
        if (again) {
            Optional<Aggregate<Order>> placed = orders.find(command.orderId());
            if (placed.isPresent()) {
                return placed.get()
                        .invoke(order -> order.before(message))
                        .orElseThrow(() -> new Refused(new OrderIdTaken(command.orderId())));
            }
        }
        owners.check(command.customerId(), command.payment(), "/payment/accountId");
        Drawn drawn = names.draw(at, stocked(command), command.customerId());
        claim(command, drawn.number(), again);
        return orders.newInstance(() ->
                        Order.place(created(command, drawn.number(), pricing, tracked(pricing, drawn.tracked()), at)))
                .invoke(Order::open);
    }

    /** Only new lines must be looked up: of the others the order knows whether they are tracked. */
    @CommandHandler
    Receipt handle(ProposeEdit command, CommandMessage<?> message) throws Exception {
        Set<String> added = command.lines().stream()
                .map(EditedLine::added)
                .filter(Objects::nonNull)
                .map(LineRequest::sku)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Aggregate<Order> order = orders.load(command.orderId());
        return order.invoke(it ->
                it.decide(message, clock, known -> new EditDecisions(known).propose(command, tracked.among(added))));
    }

    /** Whose an account is, and whether anybody takes the money in this way, an order cannot see. */
    @CommandHandler
    Receipt handle(PayOrder command, CommandMessage<?> message) throws Exception {
        Aggregate<Order> order = orders.load(command.orderId());
        return order.invoke(it -> it.decide(message, clock, known -> {
            providers.mustTake(command.choice());
            owners.check(known.facts().customerId(), command.choice(), "/accountId");
            return new PaymentDecisions(known).pay(command);
        }));
    }

    private static boolean isImport(CreateOrder command) {
        return command.channel().equals(OrderCreated.IMPORT);
    }

    /** The SKUs that may have to be asked of stock: none of an imported order (rule S7). */
    private static Set<String> stocked(CreateOrder command) {
        return isImport(command)
                ? Set.of()
                : command.lines().stream().map(LineRequest::sku).collect(Collectors.toSet());
    }

    private static List<String> tracked(Pricing pricing, Set<String> skus) {
        return pricing.lines().stream()
                .filter(line -> skus.contains(line.sku()))
                .map(OrderLine::lineId)
                .toList();
    }

    private void claim(CreateOrder command, String number, boolean again) {
        if (command.externalRef() == null) {
            names.claim(number, command.customerId(), command.orderId());
            return;
        }
        String external = OrderNames.external(command.channel(), command.externalRef());
        Optional<String> owner = again ? names.ownerOf(external) : Optional.empty();
        if (owner.isEmpty()) {
            names.claim(number, external, command.customerId(), command.orderId());
        } else if (owner.get().equals(command.orderId())) {
            // Claimed by an attempt whose event an Axon Server never stored.
            names.claim(number, command.customerId(), command.orderId());
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

    private OrderCreated created(
            CreateOrder command, String number, Pricing pricing, List<String> tracked, Instant at) {
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
                tracked,
                command.payment(),
                command.metadata(),
                times.confirmWithin(command.channel(), command.payment(), tracked),
                times.shipWithin(command.channel()),
                at);
    }

    /** A choice that no provider takes would leave the order waiting for money that nobody is asked for. */
    private void mayBePaidSo(@Nullable PaymentChoice choice) {
        if (choice != null) {
            Faults.refuse(providers.faultOf(choice).stream()
                    .map(fault -> new Fault("/payment" + fault.pointer(), fault.code(), fault.message())));
        }
    }
}
