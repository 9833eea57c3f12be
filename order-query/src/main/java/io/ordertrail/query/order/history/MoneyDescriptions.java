package io.ordertrail.query.order.history;

import static io.ordertrail.query.order.history.EventDescriptions.because;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderMoneyEvent.AskRefused;
import io.ordertrail.api.order.OrderMoneyEvent.DebtSettled;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentWaived;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderMoneyEvent.RefundRecorded;
import io.ordertrail.api.order.OrderMoneyEvent.VoidAsked;
import io.ordertrail.api.order.value.DebtSettlement;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentOperation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Describes in a sentence the asks of payments, their answers, and debts, where that depends on what they are. */
final class MoneyDescriptions {

    private MoneyDescriptions() {}

    /** Empty if {@code event} is not about money. */
    static Optional<String> summary(OrderEvent event) {
        return Optional.ofNullable(words(event));
    }

    private static @Nullable String words(OrderEvent event) {
        if (event instanceof PaymentProcessed e) {
            return heard(e.kind()) + e.amount() + " (" + e.method() + because(", ", e.reference())
                    + because(", ", e.reason()) + ")";
        }
        if (event instanceof RefundRecorded e) {
            return gone(e);
        }
        if (event instanceof DebtSettled e) {
            return "A debt of " + e.amount() + " ended: " + ended(e.how()) + because(", ", e.reference()) + ", "
                    + e.reason();
        }
        if (event instanceof PaymentAsked e) {
            return "Asked for " + e.amount() + from(e.choice());
        }
        if (event instanceof RefundAsked e) {
            return "Asked to give back " + e.amount() + because(" to ", e.to()) + ask(e.number()) + ": " + why(e.kind())
                    + because(", ", e.reason());
        }
        return event instanceof AskRefused e
                ? "The " + noun(e.operation()) + " was refused" + ask(e.number())
                        + (e.failures() > 1 ? ", " + e.failures() + " times in a row" : "") + ": " + e.reason()
                : null;
    }

    static @Nullable String reason(OrderEvent event) {
        if (event instanceof PaymentProcessed e) {
            return e.reason();
        }
        if (event instanceof PaymentWaived e) {
            return e.reason();
        }
        if (event instanceof VoidAsked e) {
            return e.reason();
        }
        if (event instanceof RefundAsked e) {
            return e.reason();
        }
        if (event instanceof AskRefused e) {
            return e.reason();
        }
        if (event instanceof DebtSettled e) {
            return e.reason();
        }
        return event instanceof RefundRecorded e ? e.reason() : null;
    }

    private static String heard(PaymentKind kind) {
        return switch (kind) {
            case AUTHORIZED -> "Was promised ";
            case CAPTURED -> "Received ";
            case RELEASED -> "Gave up a promise of ";
            case DECLINED -> "Was refused ";
            case UNKNOWN -> "Has news of ";
        };
    }

    private static String gone(RefundRecorded e) {
        return e.kind() == RefundKind.CHARGEBACK
                ? "The customer's bank took back " + e.amount() + because(": ", e.reason())
                : "Gave back " + e.amount() + because(" to ", e.to()) + ": " + why(e.kind())
                        + because(", ", e.reason());
    }

    private static String why(RefundKind kind) {
        return switch (kind) {
            case GOODWILL -> "goodwill";
            case RETURN -> "goods that came back";
            case OTHER_MEANS -> "to be paid another way";
            case CORRECTION -> "it was too much";
            case EXCHANGE -> "it pays for another order";
            case CHARGEBACK -> "taken back by the bank";
            case UNKNOWN -> "for a reason of a later release";
        };
    }

    private static String ended(DebtSettlement how) {
        return switch (how) {
            case PAID_ANOTHER_WAY -> "paid another way";
            case TO_ACCOUNT -> "paid into an account";
            case WRITTEN_OFF -> "written off";
            case UNKNOWN -> "ended in a way of a later release";
        };
    }

    static String noun(PaymentOperation operation) {
        return switch (operation) {
            case AUTHORIZE -> "payment";
            case CAPTURE -> "capture";
            case VOID -> "void";
            case REFUND -> "refund";
            case UNKNOWN -> "request";
        };
    }

    private static String from(PaymentChoice choice) {
        return choice.method().equals(PaymentChoice.ACCOUNT) ? " from the account" : " by " + choice.method();
    }

    private static String ask(int number) {
        return " (ask " + number + ")";
    }
}
