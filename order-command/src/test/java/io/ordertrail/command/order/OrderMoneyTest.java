package io.ordertrail.command.order;

import static io.ordertrail.command.order.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.command.order.OrderMoney.Received;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderMoneyTest {

    private final StoredOrder order = new StoredOrder("order-1").placed("TEE-M");

    @Test
    void every_payment_is_told_with_all_that_came_and_went_back_the_oldest_first() {
        order.promised("b", "30.00")
                .paid("a", "5.00")
                .paid("b", "10.00")
                .paid("b", "20.00")
                .refunded("b", "r-1", "4.00")
                .refunded("b", "r-2", "3.00");
        assertThat(order.money().receivedFor("order-1"))
                .containsExactly(
                        new Received("a", "SANDBOX", eur("5.00"), Map.of()),
                        new Received("b", "SANDBOX", eur("30.00"), Map.of("r-1", eur("4.00"), "r-2", eur("3.00"))));
        assertThat(order.money().receivedFor("order-1").get(1).left()).isEqualTo(eur("23.00"));
    }

    @Test
    void it_is_known_which_money_came_another_way() {
        order.paid("a", "5.00").paidByHand("b", "10.00");
        assertThat(order.money().receivedFor("order-1"))
                .extracting(Received::isManual)
                .containsExactly(false, true);
    }

    @Test
    void what_was_only_promised_was_not_received() {
        order.promised("a", "30.00");
        assertThat(order.money().receivedFor("order-1")).isEmpty();
    }
}
