package io.ordertrail.app.consistency;

import io.ordertrail.api.order.view.OrderQuery.GetOrderAsOf;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import java.time.Instant;

/**
 * The order as its stream says, however far its view has come. It is for those who must not be told anything older: the
 * loser of a race, and the reader who follows the Location of a 201.
 */
public final class OrderNow {

    /** Later than anything that will be recorded, and still four digits of year. */
    public static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    private OrderNow() {}

    /** @throws io.ordertrail.api.message.Refused there is no such order */
    public static OrderView ask(String orderId, Dispatch dispatch, RequestContext context) {
        return dispatch.ask(new GetOrderAsOf(orderId, null, END_OF_TIME), context, OrderView.class);
    }
}
