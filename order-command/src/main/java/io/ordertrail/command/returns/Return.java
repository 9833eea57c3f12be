package io.ordertrail.command.returns;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.returns.ReturnAction;
import io.ordertrail.api.returns.ReturnCommand.ApproveReturn;
import io.ordertrail.api.returns.ReturnCommand.CloseReturn;
import io.ordertrail.api.returns.ReturnCommand.ExpireReturn;
import io.ordertrail.api.returns.ReturnCommand.InspectReturn;
import io.ordertrail.api.returns.ReturnCommand.OpenReturn;
import io.ordertrail.api.returns.ReturnCommand.ReceiveReturn;
import io.ordertrail.api.returns.ReturnCommand.RejectReturn;
import io.ordertrail.api.returns.ReturnCommand.RetryRefund;
import io.ordertrail.api.returns.ReturnCommand.ReturnedUnits;
import io.ordertrail.api.returns.ReturnCommand.SettleReturn;
import io.ordertrail.api.returns.ReturnEvent;
import io.ordertrail.api.returns.ReturnEvent.ReturnApproved;
import io.ordertrail.api.returns.ReturnEvent.ReturnClosed;
import io.ordertrail.api.returns.ReturnEvent.ReturnExpired;
import io.ordertrail.api.returns.ReturnEvent.ReturnInspected;
import io.ordertrail.api.returns.ReturnEvent.ReturnItemsReceived;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefundDecided;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefundRetried;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefunded;
import io.ordertrail.api.returns.ReturnEvent.ReturnRejected;
import io.ordertrail.api.returns.ReturnEvent.ReturnRequested;
import io.ordertrail.api.returns.ReturnRefusal.ReturnIdTaken;
import io.ordertrail.api.returns.RmaStatus;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.account.AccountOwners;
import io.ordertrail.command.kernel.StatefulAggregate;
import io.ordertrail.model.kernel.BusinessTime;
import io.ordertrail.model.kernel.Caller;
import io.ordertrail.model.returns.ReturnRules;
import io.ordertrail.model.returns.ReturnState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A return (RMA) decides what may become of it. Whether goods may come back at all, their order has decided. */
@Aggregate(type = "return", repository = "returnRepository")
final class Return extends StatefulAggregate<ReturnState, ReturnEvent> {

    /**
     * Whoever opens it first, the front door or the process behind it: the other finds it open, and changes nothing.
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(OpenReturn command) {
        ReturnRequested asked = new ReturnRequested(
                command.returnId(), command.orderId(), command.lines(), command.creditAccountId(), command.at());
        if (isNew()) {
            return happened(asked);
        }
        if (!state().request().equals(asked)) {
            throw new Refused(new ReturnIdTaken(id()));
        }
        return receipt();
    }

    @CommandHandler
    Receipt handle(ApproveReturn command, Clock clock, ReturnTimes times) {
        rules().allow(ReturnAction.APPROVE);
        Instant at = following(command.at(), clock);
        // From now, not from a time long past: goods that nobody waited for yet cannot be late.
        Instant dueBy = following(null, clock).plus(times.receipt());
        return happened(new ReturnApproved(id(), orderId(), command.note(), dueBy, at));
    }

    @CommandHandler
    Receipt handle(RejectReturn command, Clock clock) {
        rules().allow(ReturnAction.REJECT);
        return happened(new ReturnRejected(id(), orderId(), command.reason(), following(command.at(), clock)));
    }

    @CommandHandler
    Receipt handle(ReceiveReturn command, Clock clock) {
        List<ReturnedUnits> came = rules().withinWhatWasRequested(command.lines());
        return happened(new ReturnItemsReceived(id(), orderId(), came, following(command.at(), clock)));
    }

    @CommandHandler
    Receipt handle(InspectReturn command, Clock clock) {
        ReturnRules rules = rules();
        rules.everyUnitHasItsVerdict(command.verdicts());
        Money goods = rules.worthOf(command.verdicts());
        ReturnRules.amountsFit(command, goods);
        Money refund = command.deduction() == null ? goods : goods.minus(command.deduction());
        Instant at = following(command.at(), clock);
        apply(new ReturnInspected(id(), orderId(), command.verdicts(), rules.skusOf(command.verdicts()), at));
        return happened(new ReturnRefundDecided(
                id(), orderId(), refund, command.shipping(), command.deduction(), command.deductionReason(), at));
    }

    /** Comes from {@link ReturnHandler}, and so past no interceptor. */
    Receipt retry(RetryRefund command, CommandMessage<?> message, Clock clock, AccountOwners owners) {
        return before(message).orElseGet(() -> {
            rules().allow(ReturnAction.RETRY_REFUND);
            owners.checkOfOrder(orderId(), command.creditAccountId(), "/creditAccountId");
            Instant at = following(command.at(), clock);
            return happened(new ReturnRefundRetried(id(), orderId(), command.creditAccountId(), at));
        });
    }

    /** The order's word is the last: whoever closed it before had it otherwise, and that stands. */
    @CommandHandler
    Receipt handle(SettleReturn command, Clock clock) {
        if (state().status() == RmaStatus.CLOSED) {
            return receipt();
        }
        rules().isSettledWith(command.amount());
        Instant at = following(null, clock);
        if (command.amount().isPositive()) {
            String to = Objects.requireNonNullElse(command.to(), "");
            apply(new ReturnRefunded(id(), orderId(), command.amount(), to, at));
        }
        return happened(closed(at));
    }

    /** A deadline: too early, too late or twice does no harm. */
    @CommandHandler
    Receipt handle(ExpireReturn command, Clock clock) {
        return rules().isOverdue(clock.instant())
                ? happened(new ReturnExpired(id(), orderId(), following(null, clock)))
                : receipt();
    }

    @CommandHandler
    Receipt handle(CloseReturn command, MetaData metaData, Clock clock) {
        rules().mayBeClosedBy(Caller.of(metaData));
        return happened(closed(following(null, clock)));
    }

    @EventSourcingHandler
    void on(
            ReturnEvent event,
            @SequenceNumber long version,
            @MetaDataValue(MetaKeys.CAUSATION_ID) @Nullable String commandId) {
        ReturnState next = event instanceof ReturnRequested asked ? ReturnState.of(asked) : state().evolve(event);
        become(event.returnId(), next, version, commandId);
    }

    private ReturnClosed closed(Instant at) {
        return new ReturnClosed(id(), orderId(), state().allThatCame(), at);
    }

    private String orderId() {
        return state().request().orderId();
    }

    private ReturnRules rules() {
        return new ReturnRules(state());
    }

    private Instant following(@Nullable Instant told, Clock clock) {
        return BusinessTime.of(told, state().since(), clock);
    }
}
