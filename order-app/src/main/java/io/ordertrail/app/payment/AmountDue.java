package io.ordertrail.app.payment;

import io.ordertrail.api.order.ActionAnswer;
import io.ordertrail.api.order.OrderAction;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.OrderView;
import io.ordertrail.api.order.PaymentTerms;
import io.ordertrail.api.payment.PaymentRefusal.MoreThanDue;
import io.ordertrail.api.payment.PaymentRefusal.OrderTakesNoPayment;
import io.ordertrail.axon.Refused;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How much a provider is to be asked for, by what the order's view says. Two requests at once may both be told yes; then more
 * is promised than is due, which the order shows and staff give up again: nobody is charged for it by that alone.
 */
record AmountDue(OrderView order) {

    private static final String IMPORT = "IMPORT";

    /**
     * {@code asked}, or all that is due and not promised.
     *
     * @throws Refused the order takes no payment now, or less than that
     */
    Money amount(@Nullable Money asked) {
        order.allowedActions().stream()
                .filter(action -> action.action() == OrderAction.PAY && !action.allowed())
                .findFirst()
                .ifPresent(AmountDue::refuse);
        Money due = order.totals().due().minus(order.totals().authorized());
        Money left = due.isNegative() ? Money.zero(due.getCurrencyUnit()) : due;
        Money amount = asked == null ? left : asked;
        // Of another currency, the payment itself could not tell: it knows no order.
        if (!amount.isSameCurrency(left) || amount.isGreaterThan(left) || left.isZero()) {
            throw new Refused(new MoreThanDue(amount, left));
        }
        return amount;
    }

    /**
     * Where goods are still to leave, each takes its own part of the money; else there is nothing to wait for. Of an imported
     * order, they have left already.
     */
    boolean isTakenAtOnce() {
        return order.channel().equals(IMPORT)
                || order.paymentTerms() != PaymentTerms.AUTH_FIRST
                || order.status() == OrderLifecycle.COMPLETED;
    }

    private static void refuse(ActionAnswer no) {
        throw new Refused(new OrderTakesNoPayment(String.valueOf(no.code()), String.valueOf(no.reason())));
    }
}
