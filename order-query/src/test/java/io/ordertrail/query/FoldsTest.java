package io.ordertrail.query;

import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Makes the folds of the views: one that does not mention an event of its subject fails here. */
class FoldsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account.FoldedAccount",
                "payment.PaymentFold",
                "returns.ReturnFold",
                "shipment.ShipmentFold",
                "stock.StockFold"
            })
    void every_fold_mentions_every_event(String name) {
        assertThatNoException().isThrownBy(() -> Class.forName("io.ordertrail.query." + name));
    }
}
