package io.ordertrail.app.order;

/** The paths of orders. */
public final class OrderPaths {

    /** The prefix of all paths of this release. */
    public static final String API = "/api/v1";

    public static final String ORDERS = API + "/orders";

    private OrderPaths() {}

    public static String of(String orderId) {
        return ORDERS + "/" + orderId;
    }
}
