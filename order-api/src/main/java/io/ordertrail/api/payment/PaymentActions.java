package io.ordertrail.api.payment;

import io.ordertrail.api.message.ActionAnswer;
import io.ordertrail.api.message.Named;
import java.util.List;

/** Every action of a payment with its answer, in the order of {@link PaymentAction}. */
@Named("payment.PaymentActions")
public record PaymentActions(List<ActionAnswer> answers) {}
