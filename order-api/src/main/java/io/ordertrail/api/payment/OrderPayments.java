package io.ordertrail.api.payment;

import io.ordertrail.api.message.Named;
import java.util.List;

/** The payments of one order, in the order in which they began. */
@Named("payment.OrderPayments")
public record OrderPayments(List<PaymentView> items) {}
