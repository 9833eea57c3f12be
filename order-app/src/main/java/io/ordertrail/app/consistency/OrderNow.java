package io.ordertrail.app.consistency;

import io.ordertrail.api.message.Moment;
import io.ordertrail.api.order.view.OrderQuery.GetOrderAsOf;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;

/**
 * The order as its stream says, however far its view has come. It is for those who must not be told anything older: the
 * loser of a race, and the reader who follows the Location of a 201.
 */
public final class OrderNow {

    private OrderNow() {}

    /** @throws io.ordertrail.api.message.Refused there is no such order */
    public static OrderView ask(String orderId, Dispatch dispatch, RequestContext context) {
        return dispatch.ask(new GetOrderAsOf(orderId, Moment.NOW), context, OrderView.class);
    }
}
