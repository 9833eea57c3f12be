package io.ordertrail.api.constraint;

/** What ids look like, as regular expressions. */
public final class IdForms {

    public static final String UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    public static final String ORDER = "order-" + UUID;

    /** Of what belongs to an order. Its group is the order's own part of it. */
    public static final String PART = "(?:shipment|payment|return|edit)-(" + UUID + ")-[0-9a-f]{12}";

    public static final String ACCOUNT = "account-" + UUID;

    public static final String TRANSFER = "transfer-" + UUID;

    private IdForms() {}
}
