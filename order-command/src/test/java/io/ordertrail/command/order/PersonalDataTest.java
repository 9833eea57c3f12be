package io.ordertrail.command.order;

import static io.ordertrail.command.order.Commands.*;
import static io.ordertrail.command.order.Samples.*;

import io.ordertrail.api.customer.CustomerRefusal.CustomerIsErased;
import io.ordertrail.api.order.OrderCourseCommand.EraseOrderData;
import io.ordertrail.api.order.OrderCourseEvent.OrderDataErased;
import org.junit.jupiter.api.Test;

class PersonalDataTest extends OrderScenario {

    @Test
    void an_order_of_a_customer_who_is_forgotten_says_so_once() {
        given(created(), cancelled())
                .by("SERVICE")
                .when(new EraseOrderData(ORDER))
                .then(new OrderDataErased(ORDER, NOW));
        given(created(), cancelled(), new OrderDataErased(ORDER, NOW))
                .by("SERVICE")
                .when(new EraseOrderData(ORDER))
                .nothing();
    }

    @Test
    void nothing_more_is_written_about_them() {
        given(created(), cancelled(), new OrderDataErased(ORDER, NOW))
                .when(note("called back"))
                .refused(new CustomerIsErased("c-1"));
    }
}
