package io.ordertrail.query.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.query.projection.table.RowJson;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final String SHOWN = """
            {"version":7,"lines":[{"lineId":"1","quantity":{"ordered":3}}],
             "payments":[{"id":"payment-1","kind":"CAPTURED","amount":{"amount":"10.00","currency":"EUR"}},
                         {"id":"payment-1","kind":"CAPTURED","amount":{"amount":"5.00","currency":"EUR"}},
                         {"id":"payment-2","kind":"CAPTURED","amount":{"amount":"1.00","currency":"EUR"}}]}
            """;

    @Test
    void finding_each_of_two_items_with_one_id_is_a_figure_of_its_own() {
        assertThat(Figures.of(RowJson.mapper().readTree(SHOWN)).keySet())
                .containsExactly(
                        "/lines/1/quantity/ordered",
                        "/payments/payment-1/amount",
                        "/payments/payment-1#2/amount",
                        "/payments/payment-2/amount");
    }
}
