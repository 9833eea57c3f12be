package io.ordertrail.api.order;

/** What can be done to an order. Its view lists those that are allowed now. */
public enum OrderAction {
    /** Have something of what is due paid or promised. */
    PAY,
    /** Say that money has come another way, be it more than is due. */
    RECORD_PAYMENT,
    WAIVE_PAYMENT,
    HOLD,
    RELEASE,
    SHIP,
    DISPATCH,
    DELIVER,
    CANCEL,
    CANCEL_LINES,
    EDIT,
    REQUEST_RETURN,
    /** Give captured money back. */
    REFUND,
    ADD_NOTE
}
