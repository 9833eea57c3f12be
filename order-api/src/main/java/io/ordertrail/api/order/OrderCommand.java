package io.ordertrail.api.order;

/**
 * What can be asked of an order. {@code at} is the business time of something that happened before it was entered; null
 * means now. It is never in the future and never before what it follows.
 */
public sealed interface OrderCommand
        permits OrderApprovalCommand, OrderCourseCommand, OrderGoodsCommand, OrderMoneyCommand {

    /** The order that is meant: {@link OrderId}. */
    String orderId();
}
