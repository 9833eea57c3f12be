package io.ordertrail.command.order;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidRequest;
import io.ordertrail.api.order.OrderApprovalCommand.GiveApproval;
import io.ordertrail.api.order.OrderCommand;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsCommand.RequestReturn;
import io.ordertrail.api.order.OrderGoodsCommand.RetryReturnRefund;
import io.ordertrail.api.order.OrderMoneyCommand.RequestRefund;
import io.ordertrail.api.order.OrderMoneyCommand.SettleDebt;
import io.ordertrail.command.account.AccountOwners;
import io.ordertrail.model.kernel.ApprovalLimits;
import io.ordertrail.model.order.decision.ApprovalDecisions;
import io.ordertrail.model.order.decision.DebtDecisions;
import io.ordertrail.model.order.decision.OrderContext;
import io.ordertrail.model.order.decision.ReturnDecisions;
import io.ordertrail.model.order.goods.ReturnWindow;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.jspecify.annotations.Nullable;

/** Where an account may be named that gets money back: whose it is, an order cannot see. */
final class RefundAccountHandler {

    private final OrderRepository orders;
    private final AccountOwners owners;
    private final ReturnWindow window;
    private final ApprovalLimits limits;
    private final Clock clock;

    RefundAccountHandler(
            OrderRepository orders, AccountOwners owners, ReturnWindow window, ApprovalLimits limits, Clock clock) {
        this.orders = orders;
        this.owners = owners;
        this.window = window;
        this.limits = limits;
        this.clock = clock;
    }

    @CommandHandler
    Receipt handle(RequestRefund command, CommandMessage<?> message) throws Exception {
        return decide(
                command, message, command.to(), "/to", known -> new ApprovalDecisions(known, limits).refund(command));
    }

    @CommandHandler
    Receipt handle(SettleDebt command, CommandMessage<?> message) throws Exception {
        return decide(
                command,
                message,
                command.accountId(),
                "/accountId",
                known -> new ApprovalDecisions(known, limits).settle(command));
    }

    @CommandHandler
    Receipt handle(GiveApproval command, CommandMessage<?> message) throws Exception {
        return orders.load(command.orderId())
                .invoke(order -> order.decide(message, clock, known -> {
                    ApprovalDecisions decisions = new ApprovalDecisions(known, limits);
                    List<OrderEvent> events = decisions.give(command);
                    owners.check(known.facts().customerId(), decisions.account(command.number()), "/number");
                    return events;
                }));
    }

    @CommandHandler
    Receipt handle(RequestReturn command, CommandMessage<?> message) throws Exception {
        return decide(command, message, command.creditAccountId(), "/creditAccountId", known -> {
            List<OrderEvent> events = new ReturnDecisions(known).request(command, window);
            isOfTheSameCustomer(command.exchangeOrderId(), known.facts().customerId());
            return events;
        });
    }

    @CommandHandler
    Receipt handle(RetryReturnRefund command, CommandMessage<?> message) throws Exception {
        return decide(
                command,
                message,
                command.creditAccountId(),
                "/creditAccountId",
                known -> new DebtDecisions(known).retryReturn(command));
    }

    /** What becomes of the money would otherwise tell of an order, and change it, which is another's. */
    private void isOfTheSameCustomer(@Nullable String exchangeOrderId, String customerId) {
        if (exchangeOrderId != null && !owners.customerOf(exchangeOrderId).equals(Optional.of(customerId))) {
            throw new Refused(new InvalidRequest(List.of(new Fault(
                    "/exchangeOrderId",
                    FaultCode.NO_SUCH_ORDER,
                    "The customer has no order " + exchangeOrderId + "."))));
        }
    }

    /** A request that is refused for another cause costs no look-up. */
    private Receipt decide(
            OrderCommand command,
            CommandMessage<?> message,
            @Nullable String accountId,
            String pointer,
            Function<OrderContext, List<OrderEvent>> decision)
            throws Exception {
        return orders.load(command.orderId())
                .invoke(order -> order.decide(message, clock, known -> {
                    List<OrderEvent> events = decision.apply(known);
                    owners.check(known.facts().customerId(), accountId, pointer);
                    return events;
                }));
    }
}
