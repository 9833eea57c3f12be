package io.ordertrail.command.fulfilment;

import static io.ordertrail.command.fulfilment.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.Contract;
import io.ordertrail.axon.JsonForTests;
import io.ordertrail.command.fulfilment.Asks.Ask;
import java.util.Map;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

/** The state of a settlement is read again as it was stored, also by an earlier release. */
class SettlementStateTest {

    private static final String MONEY = "{\"amount\":\"%s\",\"currency\":\"EUR\"}";

    private final Serializer store =
            JsonForTests.serializer(Contract.byName(), Map.of("settlement", Settlement.class, "purse", Purse.class));

    @Test
    void it_is_stored_whole_and_read_again() {
        Part part = Part.of("SANDBOX", eur("0.00"))
                .answered(eur("55.00"))
                .capture(eur("45.00"))
                .returning(eur("10.00"))
                .excuse(eur("20.00"), true);
        Purse purse = Purse.EMPTY
                .with("payment-1", part)
                .capture("capture:1:payment-1", Ask.capture("payment-1", eur("10.00"), "s-1"))
                .owe("refund:payment-1:1", Ask.refund("payment-1", eur("10.00"), "refund:payment-1:1"));
        Purse read = store.deserialize(store.serialize(purse, String.class));
        assertThat(read).isEqualTo(purse);
    }

    @Test
    void what_was_stored_before_others_were_told_apart_has_none_of_theirs() {
        String stored = """
                {"orderId":"order-1","approved":null,"latestShipment":"","captures":0,"ended":null,"cancelled":false,
                 "purse":{"payments":{"payment-1":{"method":"SANDBOX","asking":false,"refused":false,
                 "promised":%s,"asked":%s,"captured":%s,"released":%s,"returned":%s,"returning":%s,"refunds":1,"quiet":true}}}}
                """.formatted(
                        money("55.00"), money("0.00"), money("45.00"), money("0.00"), money("0.00"), money("10.00"));
        Settlement read = store.deserialize(new SimpleSerializedObject<>(stored, String.class, "settlement", null));
        Part part = Part.of("SANDBOX", eur("0.00"))
                .answered(eur("55.00"))
                .capture(eur("45.00"))
                .returning(eur("10.00"));
        assertThat(read).extracting("purse").isEqualTo(Purse.EMPTY.with("payment-1", part));
    }

    private static String money(String amount) {
        return MONEY.formatted(amount);
    }
}
