package io.ordertrail.api.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrderIdTest {

    private static final String ORDER = OrderId.of("anna POST /api/v1/orders\nkey-1");

    @Test
    void the_same_request_means_the_same_order() {
        assertThat(OrderId.of("anna POST /api/v1/orders\nkey-1")).isEqualTo(ORDER);
        assertThat(OrderId.of("anna POST /api/v1/orders\nkey-2")).isNotEqualTo(ORDER);
    }

    /** Pitfall 26: all streams share one table. */
    @Test
    void ids_begin_with_their_subject() {
        assertThat(ORDER).startsWith("order-");
        assertThat(OrderId.shipment(ORDER, "s")).startsWith("shipment-");
        assertThat(OrderId.payment(ORDER, "s")).startsWith("payment-");
    }

    @Test
    void a_part_leads_to_its_order() {
        assertThat(OrderId.ofPart(OrderId.shipment(ORDER, "s"))).contains(ORDER);
        assertThat(OrderId.ofPart(OrderId.payment(ORDER, "s"))).contains(ORDER);
        assertThat(OrderId.ofPart(ORDER)).isEmpty();
        assertThat(OrderId.ofPart("shipment-../../etc")).isEmpty();
    }

    @Test
    void other_forms_are_not_ids() {
        assertThat(OrderId.isValid(ORDER)).isTrue();
        assertThat(OrderId.isValid(ORDER + "0")).isFalse();
        assertThat(OrderId.isValid("order-1")).isFalse();
    }
}
