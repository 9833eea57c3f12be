package io.ordertrail.app.payment;

import io.ordertrail.api.payment.PaymentPage;
import io.ordertrail.api.payment.PaymentView;
import io.ordertrail.app.http.input.Cursors;
import java.util.List;

/** A page of payments as the answer shows it. */
record PaymentList(List<PaymentView> items, Cursors page) {

    static PaymentList of(PaymentPage page, int limit) {
        return new PaymentList(
                page.items(), new Cursors(page.next(), page.prev(), page.end(), limit, page.unreadable()));
    }
}
