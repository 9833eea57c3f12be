package io.ordertrail.query.attention;

import io.ordertrail.api.attention.AttentionKind;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentDeclined;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeOverdue;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.api.payment.PaymentOperation;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A payment with an unknown outcome of a request to its provider, until it is known. A payment has one open request at
 * a time (rule P3), so whatever settles one settles the one that is unknown: not every event that does names its key.
 */
final class UnknownOutcomes implements Watch {

    @Override
    public Set<Class<?>> events() {
        return Set.of(
                PaymentOutcomeUnknown.class,
                PaymentOutcomeOverdue.class,
                PaymentAuthorized.class,
                PaymentDeclined.class,
                PaymentCaptured.class,
                PaymentCaptureFailed.class,
                PaymentVoided.class,
                PaymentVoidFailed.class,
                PaymentExpired.class,
                PaymentRefunded.class,
                RefundFailed.class);
    }

    @Override
    public String key(Object event) {
        return "outcome/" + ((PaymentEvent) event).paymentId();
    }

    @Override
    public @Nullable AttentionRow next(@Nullable AttentionRow row, Object event, long version) {
        if (event instanceof PaymentOutcomeUnknown unknown) {
            return told(
                            row,
                            unknown,
                            "OUTCOME_UNKNOWN",
                            "It is not known what became of " + request(unknown.operation(), unknown.providerKey())
                                    + "; it is looked up again.",
                            version)
                    .telling(unknown.reason());
        }
        if (event instanceof PaymentOutcomeOverdue overdue) {
            return told(
                    row,
                    overdue,
                    "OUTCOME_OVERDUE",
                    "No look-up has told what became of " + request(overdue.operation(), overdue.providerKey()) + ".",
                    version);
        }
        return row == null ? null : row.resolve(((PaymentEvent) event).at(), version);
    }

    private AttentionRow told(
            @Nullable AttentionRow row, PaymentEvent event, String code, String detail, long version) {
        if (row != null && row.needsSomebody()) {
            return row.told(code, detail, version);
        }
        return AttentionRow.open(
                key(event), AttentionKind.PAYMENT_OUTCOME, event.paymentId(), code, detail, event.at(), version);
    }

    private static String request(PaymentOperation operation, String providerKey) {
        return "the request " + providerKey + " (" + operation + ")";
    }
}
