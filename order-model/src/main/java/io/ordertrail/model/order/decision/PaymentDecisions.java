package io.ordertrail.model.order.decision;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderAction;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderMoneyCommand.PayFromExchange;
import io.ordertrail.api.order.OrderMoneyCommand.PayOrder;
import io.ordertrail.api.order.OrderMoneyCommand.RecordPayment;
import io.ordertrail.api.order.OrderMoneyCommand.RequestCapture;
import io.ordertrail.api.order.OrderMoneyCommand.RequestVoid;
import io.ordertrail.api.order.OrderMoneyCommand.WaivePayment;
import io.ordertrail.api.order.OrderMoneyEvent.CaptureAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentWaived;
import io.ordertrail.api.order.OrderMoneyEvent.VoidAsked;
import io.ordertrail.api.order.OrderMoneyRefusal.ReferenceAlreadyRecorded;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.payment.PaymentAction;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentRefusal.MoreThanAuthorized;
import io.ordertrail.api.payment.PaymentRefusal.MoreThanDue;
import io.ordertrail.model.kernel.Faults;
import io.ordertrail.model.order.money.Funds;
import io.ordertrail.model.order.money.PaymentSums;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What people may ask and say of the money that an order is to get. */
public record PaymentDecisions(OrderContext order) {

    /** Within what is due and neither promised nor asked for: an outcome that nobody knows is asked for. */
    public List<OrderEvent> pay(PayOrder command) {
        Faults.inCurrency(command.amount(), "/amount", order.currency());
        order.allow(OrderAction.PAY).newPayment(command.paymentId());
        Money amount = withinPayable(command.amount());
        return List.of(new PaymentAsked(
                order.orderId(),
                command.paymentId(),
                order.facts().customerId(),
                command.choice(),
                amount,
                order.now()));
    }

    public List<OrderEvent> received(RecordPayment command) {
        Faults.inCurrency(command.amount(), "/amount", order.currency());
        order.allow(OrderAction.RECORD_PAYMENT).newPayment(command.paymentId());
        if (command.reference() != null && order.state().transactions().isKnown(command.reference())) {
            throw new Refused(new ReferenceAlreadyRecorded(command.reference()));
        }
        return List.of(new PaymentProcessed(
                order.orderId(),
                command.paymentId(),
                null,
                PaymentKind.CAPTURED,
                PaymentChoice.MANUAL,
                command.amount(),
                command.reference(),
                null,
                null,
                order.at(command.at())));
    }

    public List<OrderEvent> exchanged(PayFromExchange command) {
        Faults.inCurrency(command.amount(), "/amount", order.currency());
        order.allow(OrderAction.PAY);
        Money payable = funds().payable();
        return List.of(new PaymentProcessed(
                order.orderId(),
                command.paymentId(),
                null,
                PaymentKind.CAPTURED,
                PaymentChoice.EXCHANGE,
                command.amount().isGreaterThan(payable) ? payable : command.amount(),
                command.fromPaymentId() + "#" + command.number(),
                null,
                null,
                order.now()));
    }

    public List<OrderEvent> waive(WaivePayment command) {
        order.allow(OrderAction.WAIVE_PAYMENT);
        return List.of(new PaymentWaived(order.orderId(), command.reason(), order.at(command.at())));
    }

    public List<OrderEvent> capture(RequestCapture command) {
        Faults.inCurrency(command.amount(), "/amount", order.currency());
        PaymentSums payment = order.rules().payment(command.paymentId(), PaymentAction.CAPTURE);
        Money left = payment.outstanding();
        Money missing = funds().uncaptured();
        Money most = left.isLessThan(missing) ? left : missing;
        Money amount = command.amount() == null ? most : command.amount();
        if (amount.isGreaterThan(left)) {
            throw new Refused(new MoreThanAuthorized(amount, left));
        }
        if (amount.isGreaterThan(most)) {
            throw new Refused(new MoreThanDue(amount, most));
        }
        return List.of(
                new CaptureAsked(order.orderId(), command.paymentId(), payment.number() + 1, amount, order.now()));
    }

    public List<OrderEvent> giveUp(RequestVoid command) {
        PaymentSums payment = order.rules().payment(command.paymentId(), PaymentAction.VOID);
        return List.of(new VoidAsked(
                order.orderId(), command.paymentId(), payment.number() + 1, command.reason(), order.now()));
    }

    private Money withinPayable(@Nullable Money asked) {
        Money payable = funds().payable();
        if (asked != null && asked.isGreaterThan(payable)) {
            throw new Refused(new MoreThanDue(asked, payable));
        }
        return asked == null ? payable : asked;
    }

    private Funds funds() {
        return order.facts().funds();
    }
}
