package io.ordertrail.query.order.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderCourseEvent.AddressChanged;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.query.Stories;
import io.ordertrail.query.projection.fold.Recorded;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderListFoldTest {

    private static final Instant RECORDED = Instant.parse("2026-04-01T08:00:00.123456789Z");

    @Test
    void an_order_is_found_by_the_name_on_its_present_address() {
        OrderCreated order = new Stories(1).placed();
        Address other = new Address("B. Russell", "Nebenstr. 2", null, null, "Bonn", null, "DE");
        ListedOrder listed = OrderListFold.STREAM.next(null, new Recorded<>(order, 0, RECORDED));
        listed = OrderListFold.STREAM.next(
                listed,
                new Recorded<>(new AddressChanged(order.orderId(), "c-1", other, null, order.at()), 1, RECORDED));
        assertThat(listed.words()).contains("b", "russell").containsAll(SearchWords.of(Stream.of(order.number())));
        assertThat(listed.searchText()).isEqualTo(SearchWords.text(listed.words()));
    }
}
