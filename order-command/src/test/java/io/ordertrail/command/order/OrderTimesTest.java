package io.ordertrail.command.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.payment.PaymentChoice;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTimesTest {

    private static final PaymentChoice CARD = PaymentChoice.sandbox("ok");

    private final OrderTimes times = Samples.TIMES;

    @Test
    void an_order_waits_as_long_as_its_payment_takes_and_shorter_where_it_keeps_stock_from_others() {
        assertThat(times.confirmWithin("WEB", CARD, List.of("1"))).isEqualTo(Duration.ofMinutes(15));
        assertThat(times.confirmWithin("WEB", CARD, List.of())).isEqualTo(Duration.ofMinutes(30));
        assertThat(times.confirmWithin("WEB", null, List.of("1"))).isEqualTo(Duration.ofDays(7));
        assertThat(times.confirmWithin("WEB", null, List.of())).isEqualTo(Duration.ofDays(7));
        assertThat(times.shipWithin("WEB")).isEqualTo(Duration.ofHours(48));
    }

    @Test
    void an_imported_order_waits_for_nothing() {
        assertThat(times.confirmWithin(OrderCreated.IMPORT, null, List.of())).isNull();
        assertThat(times.shipWithin(OrderCreated.IMPORT)).isNull();
    }
}
