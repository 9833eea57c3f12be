package io.ordertrail.app.order;

/** Where orders live. */
public final class OrderPaths {

    /** Everything that this release answers. */
    public static final String API = "/api/v1";

    public static final String ORDERS = API + "/orders";

    private OrderPaths() {}

    static String of(String orderId) {
        return ORDERS + "/" + orderId;
    }
}
