package io.ordertrail.app.importing.settlement;

import io.ordertrail.app.importing.client.Answer;
import io.ordertrail.app.importing.client.GaveUp;
import io.ordertrail.app.importing.client.Patience;
import io.ordertrail.app.importing.client.Service;
import io.ordertrail.app.importing.client.Tries;
import io.ordertrail.app.importing.order.PaymentSettler;
import io.ordertrail.app.importing.order.Sale;
import io.ordertrail.app.importing.sale.Draft;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Each customer has an account: what an order cost is put in, at the time of the file, and the order is paid from it,
 * now. The service moves the money by itself after its answer; so all that are begun wait together, and not one after
 * the other.
 */
final class FromAccounts implements PaymentSettler {

    /** Stages of a payment that took nothing and will take nothing. */
    private static final Set<String> IN_VAIN = Set.of("DECLINED", "VOIDED", "EXPIRED");

    /** How many payments of one order may fail before it is left at that. */
    private static final int MAX_PAYMENTS = 20;

    private final Service service;
    private final CustomerAccounts accounts;
    private final Patience patience;

    /** @param patience how long a payment may take that the service has accepted */
    FromAccounts(Service service, CustomerAccounts accounts, Patience patience) {
        this.service = service;
        this.accounts = accounts;
        this.patience = patience;
    }

    @Override
    public Answer prepare(Draft draft) throws GaveUp, InterruptedException {
        return accounts.of(draft.customerId(), draft.currency());
    }

    /**
     * An order that an earlier run has paid needs no money, however long ago that was and whatever became of it since.
     */
    @Override
    public Answer begin(Sale sale) throws GaveUp, InterruptedException {
        if (sale.wasThere()) {
            Answer order = order(sale);
            if (!order.accepted() || isPaid(order, sale)) {
                return order.accepted() ? Answer.notNeeded() : order;
            }
        }
        if (!sale.wasPaid()) {
            return Answer.notNeeded();
        }
        Answer account = prepare(sale.draft());
        if (!account.accepted()) {
            return account;
        }
        Answer deposited = deposit(sale, account.id());
        return deposited.accepted() ? pay(sale, account.id()) : deposited;
    }

    @Override
    public Answer finish(Sale sale, Answer begun) throws GaveUp, InterruptedException {
        if (begun.id().isEmpty()) {
            return begun;
        }
        Tries tries = patience.tries();
        while (true) {
            Answer order = order(sale);
            if (!order.accepted() || isPaid(order, sale)) {
                return order;
            }
            Answer payment = payment(begun.id());
            if (isInVain(payment)) {
                return Answer.refused(
                        "PAYMENT_" + status(payment),
                        begun.id() + " is " + status(payment) + ": "
                                + payment.body().path("reason").asString("no reason given"));
            }
            Duration pause = tries.pause();
            tries.mayGoOn(
                    pause,
                    seconds -> "No use going on: " + begun.id() + " of " + sale.orderId() + " is " + status(payment)
                            + " and not in the order after " + seconds + " s. Do the service's processes run?");
            tries.next(pause);
        }
    }

    private static Answer deposit(Sale sale, String accountId) throws GaveUp, InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("amount", sale.toPay());
        body.put("reference", sale.draft().ref());
        body.put("at", sale.draft().paidAt().orElseThrow().toString());
        return sale.requests().post("/accounts/" + accountId + "/deposits", body, sale.money("deposit"));
    }

    /** A payment that failed, in an earlier run, took nothing: another one is begun. */
    private Answer pay(Sale sale, String accountId) throws GaveUp, InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("method", "ACCOUNT");
        body.put("accountId", accountId);
        body.put("amount", sale.toPay());
        String path = "/orders/" + sale.orderId() + "/payments";
        Answer begun = sale.requests().post(path, body, sale.money("account"));
        for (int vain = 1; vain < MAX_PAYMENTS && begun.accepted() && begun.replayed() && wasInVain(begun); vain++) {
            begun = sale.requests().post(path, body, sale.money("account-after-" + vain));
        }
        return begun;
    }

    private Answer order(Sale sale) throws GaveUp, InterruptedException {
        return service.get("/orders/" + sale.orderId());
    }

    private Answer payment(String paymentId) throws GaveUp, InterruptedException {
        return service.get("/payments/" + paymentId);
    }

    /** Money that was taken counts, even where it went back since. */
    private static boolean isPaid(Answer order, Sale sale) {
        String captured =
                order.body().path("totals").path("captured").path("amount").asString("0");
        return new BigDecimal(captured).compareTo(sale.sums().grand()) >= 0;
    }

    private boolean wasInVain(Answer begun) throws GaveUp, InterruptedException {
        return isInVain(payment(begun.id()));
    }

    private static boolean isInVain(Answer payment) {
        return IN_VAIN.contains(status(payment));
    }

    private static String status(Answer payment) {
        return payment.body().path("status").asString(payment.code());
    }
}
