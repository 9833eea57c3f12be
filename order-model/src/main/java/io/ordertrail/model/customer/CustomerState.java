package io.ordertrail.model.customer;

import io.ordertrail.api.customer.CustomerEvent;
import io.ordertrail.api.customer.CustomerEvent.CustomerErased;
import io.ordertrail.api.customer.CustomerEvent.ErasureBegun;
import io.ordertrail.api.customer.CustomerEvent.ErasureWithdrawn;
import io.ordertrail.api.customer.CustomerEvent.LegalHoldLifted;
import io.ordertrail.api.customer.CustomerEvent.LegalHoldPlaced;
import io.ordertrail.api.customer.CustomerRefusal;
import io.ordertrail.api.customer.CustomerRefusal.CustomerIsErased;
import io.ordertrail.api.customer.CustomerRefusal.NoErasureUnderWay;
import io.ordertrail.api.customer.CustomerRefusal.NoLegalHold;
import io.ordertrail.api.customer.CustomerRefusal.UnderLegalHold;
import io.ordertrail.api.customer.CustomerView.State;
import io.ordertrail.api.message.Refused;
import io.ordertrail.model.kernel.Fold;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer, as far as it matters what is kept of them.
 *
 * @param legalHold why the data must be kept; null if it need not be
 * @param erasureReason why it is, or was, erased; null if nobody asked for that
 * @param erasedAt null before
 * @param erasedOrders how many orders there were then
 */
public record CustomerState(
        String customerId,
        State state,
        @Nullable String legalHold,
        @Nullable String erasureReason,
        @Nullable Instant erasedAt,
        int erasedOrders) {

    private static final Fold<CustomerState, CustomerEvent> FOLD = Fold.<CustomerState, CustomerEvent>over(
                    CustomerEvent.class)
            .on(LegalHoldPlaced.class, (state, e) -> state.held(e.reason()))
            .on(LegalHoldLifted.class, (state, e) -> state.held(null))
            .on(ErasureBegun.class, (state, e) -> state.erasing(e.reason()))
            .on(ErasureWithdrawn.class, (state, e) -> state.kept())
            .on(
                    CustomerErased.class,
                    (state, e) -> new CustomerState(
                            state.customerId,
                            State.ERASED,
                            state.legalHold,
                            e.reason(),
                            e.at(),
                            e.orders().size()))
            .complete();

    /** Of whom nothing special is known. */
    public static CustomerState of(String customerId) {
        return new CustomerState(customerId, State.KEPT, null, null, null, 0);
    }

    /** It never refuses: what has happened has happened. */
    public CustomerState evolve(CustomerEvent event) {
        return FOLD.next(this, event);
    }

    public boolean isErasing() {
        return state == State.ERASING;
    }

    /** @throws Refused the data must be kept, or is gone already */
    public void mayBeErased() {
        mustBeKept();
        if (legalHold != null) {
            throw refused(new UnderLegalHold(customerId, legalHold));
        }
    }

    /** @throws Refused there is no legal hold, or nothing that it is for */
    public void mustBeHeld() {
        mustBeThere();
        if (legalHold == null) {
            throw refused(new NoLegalHold(customerId));
        }
    }

    /** @throws Refused the data is gone */
    public void mustBeThere() {
        if (state == State.ERASED) {
            throw refused(new CustomerIsErased(customerId));
        }
    }

    /** @throws Refused nobody wants it to go, or it is gone */
    public void mustBeErasing() {
        mustBeThere();
        if (!isErasing()) {
            throw refused(new NoErasureUnderWay(customerId));
        }
    }

    /** @throws Refused the data is gone, or about to go */
    public void mustBeKept() {
        if (state != State.KEPT) {
            throw refused(new CustomerIsErased(customerId));
        }
    }

    private static Refused refused(CustomerRefusal refusal) {
        return new Refused(refusal);
    }

    private CustomerState held(@Nullable String reason) {
        return new CustomerState(customerId, state, reason, erasureReason, erasedAt, erasedOrders);
    }

    private CustomerState kept() {
        return new CustomerState(customerId, State.KEPT, legalHold, null, null, 0);
    }

    private CustomerState erasing(String reason) {
        return new CustomerState(customerId, State.ERASING, legalHold, reason, erasedAt, erasedOrders);
    }
}
