package io.ordertrail.api.order;

import io.ordertrail.api.message.DatedEvent;
import io.ordertrail.api.personal.DataSubject;

/**
 * What happened to an order. Stored for ever: a changed shape needs a new revision, an upcaster and a golden file
 * (docs/how-to/change-an-event.md). {@code at} is the business time; when it was recorded is the message's timestamp.
 */
public sealed interface OrderEvent extends DatedEvent permits OrderCourseEvent, OrderGoodsEvent, OrderMoneyEvent {

    @DataSubject(byOwner = true)
    String orderId();
}
