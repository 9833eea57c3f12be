package io.ordertrail.query.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.returns.ReturnCommand.Disposition;
import io.ordertrail.api.returns.ReturnCommand.ReturnedUnits;
import io.ordertrail.api.returns.ReturnCommand.Verdict;
import io.ordertrail.api.returns.ReturnEvent;
import io.ordertrail.api.returns.ReturnEvent.ReturnApproved;
import io.ordertrail.api.returns.ReturnEvent.ReturnClosed;
import io.ordertrail.api.returns.ReturnEvent.ReturnExpired;
import io.ordertrail.api.returns.ReturnEvent.ReturnInspected;
import io.ordertrail.api.returns.ReturnEvent.ReturnItemsReceived;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefundDecided;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefundRetried;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefunded;
import io.ordertrail.api.returns.ReturnEvent.ReturnRejected;
import io.ordertrail.api.returns.ReturnEvent.ReturnRequested;
import io.ordertrail.api.returns.ReturnLine;
import io.ordertrail.api.returns.ReturnView;
import io.ordertrail.api.returns.RmaStatus;
import io.ordertrail.query.projection.fold.Recorded;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ReturnFoldTest {

    private static final String ID = "return-1";
    private static final String ORDER = "order-1";
    private static final Money TEN = Money.ofMajor(CurrencyUnit.EUR, 10);
    private static final Money TWO = Money.ofMajor(CurrencyUnit.EUR, 2);
    private static final List<String> SKUS = List.of("TEE-M", "TEE-M", "TEE-M");
    private static final ReturnRequested REQUESTED = new ReturnRequested(
            ID, ORDER, List.of(new ReturnLine("1", "TEE-M", 4, TEN, "TOO_SMALL")), "account-1", at(0));
    private static final ReturnApproved APPROVED = new ReturnApproved(ID, ORDER, "Fine", at(500), at(1));

    private static Instant at(int hour) {
        return Instant.parse("2026-11-22T00:00:00Z").plusSeconds(3600L * hour);
    }

    private static ReturnView fold(ReturnEvent... events) {
        ReturnView view = null;
        for (int i = 0; i < events.length; i++) {
            view = ReturnFold.STREAM.next(view, new Recorded<>(events[i], i, at(20 + i)));
        }
        return view;
    }

    private static ReturnItemsReceived came(int units, int hour) {
        return new ReturnItemsReceived(ID, ORDER, List.of(new ReturnedUnits("1", units)), at(hour));
    }

    @Test
    void a_return_shows_all_of_its_way() {
        List<Verdict> verdicts = List.of(
                new Verdict("1", 1, Disposition.RESTOCK, null),
                new Verdict("1", 1, Disposition.WRITE_OFF, "Torn"),
                new Verdict("1", 1, Disposition.REJECT, "Not ours"));
        Money five = Money.ofMajor(CurrencyUnit.EUR, 5);
        ReturnView view = fold(
                REQUESTED,
                APPROVED,
                came(2, 2),
                came(1, 3),
                new ReturnInspected(ID, ORDER, verdicts, SKUS, at(4)),
                new ReturnRefundDecided(ID, ORDER, five, TWO, TEN, "Worn", at(4)),
                new ReturnRefundRetried(ID, ORDER, "account-2", at(5)),
                new ReturnRefunded(ID, ORDER, five, "payment-1", at(6)),
                new ReturnClosed(ID, ORDER, List.of(new ReturnedUnits("1", 3)), at(7)));
        assertThat(view)
                .isEqualTo(new ReturnView(
                        ID,
                        ORDER,
                        8,
                        RmaStatus.CLOSED,
                        List.of(new ReturnView.Line("1", "TEE-M", 4, TEN, "TOO_SMALL", 3, 1, 1, 1)),
                        verdicts,
                        five,
                        TWO,
                        TEN,
                        "Worn",
                        five,
                        "payment-1",
                        "account-2",
                        "Fine",
                        at(500),
                        at(0),
                        at(1),
                        at(3),
                        at(4),
                        at(6),
                        at(7),
                        at(28)));
    }

    @Test
    void who_tries_again_without_an_account_leaves_it_as_it_was() {
        ReturnView view = fold(
                REQUESTED,
                APPROVED,
                came(1, 2),
                new ReturnInspected(ID, ORDER, List.of(), List.of(), at(4)),
                new ReturnRefundDecided(ID, ORDER, TEN, null, null, null, at(4)),
                new ReturnRefundRetried(ID, ORDER, null, at(5)));
        assertThat(view.creditAccountId()).isEqualTo("account-1");
        assertThat(view.status()).isEqualTo(RmaStatus.INSPECTED);
    }

    @Test
    void a_return_that_comes_to_nothing_tells_why_and_when() {
        ReturnView rejected = fold(REQUESTED, new ReturnRejected(ID, ORDER, "Worn", at(1)));
        assertThat(rejected.status()).isEqualTo(RmaStatus.REJECTED);
        assertThat(rejected.decisionNote()).isEqualTo("Worn");
        assertThat(rejected.endedAt()).isEqualTo(at(1));
        ReturnView expired = fold(REQUESTED, APPROVED, new ReturnExpired(ID, ORDER, at(501)));
        assertThat(expired.status()).isEqualTo(RmaStatus.EXPIRED);
        assertThat(expired.endedAt()).isEqualTo(at(501));
    }

    @Test
    void nothing_happens_to_a_return_before_it_was_requested() {
        assertThatThrownBy(() -> fold(APPROVED)).isInstanceOf(IllegalStateException.class);
    }
}
