package io.ordertrail.app.payment;

import io.ordertrail.app.order.OrderPaths;

/** The paths of payments. */
final class PaymentPaths {

    static final String OF_ORDER = OrderPaths.ORDERS + "/{orderId}/payments";
    static final String PAYMENTS = OrderPaths.API + "/payments";
    static final String PAYMENT = PAYMENTS + "/{paymentId}";
    static final String PROVIDERS = OrderPaths.API + "/payment-providers";

    private PaymentPaths() {}

    static String of(String paymentId) {
        return PAYMENTS + "/" + paymentId;
    }
}
