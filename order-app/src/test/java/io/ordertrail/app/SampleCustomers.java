package io.ordertrail.app;

import io.ordertrail.api.customer.CustomerCommand.EraseCustomer;
import io.ordertrail.api.customer.CustomerCommand.LiftLegalHold;
import io.ordertrail.api.customer.CustomerCommand.PlaceLegalHold;
import io.ordertrail.api.customer.CustomerCommand.WithdrawErasure;
import io.ordertrail.api.customer.CustomerId;
import io.ordertrail.api.customer.CustomerView;
import io.ordertrail.api.customer.CustomerView.State;
import io.ordertrail.api.customer.PersonalDataPage;
import io.ordertrail.api.customer.PersonalDataPage.Item;
import io.ordertrail.api.customer.PersonalDataPage.OfAccount;
import io.ordertrail.api.customer.PersonalDataPage.OfOrder;
import io.ordertrail.api.message.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a stub says of customers: of every one of them the same. */
final class SampleCustomers {

    private static final String ID = "c-1042";
    private static final Instant THEN = Instant.parse("2026-11-22T08:14:03Z");
    private static final Receipt RECEIPT = Receipt.of(CustomerId.stream(ID), 1);

    static final CustomerView ERASED = new CustomerView(ID, 1, State.ERASED, "case 12", THEN, "asked for", 3);

    static final PersonalDataPage DATA = new PersonalDataPage(
            ID,
            List.of(new OfOrder(
                    "order-f24f9ae8-950f-37c2-bec7-af9de42b82bc",
                    "2026-000001",
                    List.of(new Item(
                            "order-f24f9ae8-950f-37c2-bec7-af9de42b82bc",
                            0,
                            "order.OrderCreated",
                            THEN,
                            "/shippingAddress/name",
                            "A. Turing")))),
            List.of(new OfAccount(
                    "account-f24f9ae8-950f-37c2-bec7-af9de42b82bc",
                    List.of(new Item(
                            "account-f24f9ae8-950f-37c2-bec7-af9de42b82bc",
                            1,
                            "account.Deposited",
                            THEN,
                            "/reference",
                            "from A. Turing's aunt")))),
            List.of(new Item(
                    "order-f24f9ae8-950f-37c2-bec7-af9de42b82bc",
                    0,
                    "process.StepTakenOver",
                    THEN,
                    "/reason",
                    "A. Turing was called")),
            true,
            null);

    static final Map<Class<?>, Object> ANSWERS = Map.of(
            EraseCustomer.class,
            RECEIPT,
            PlaceLegalHold.class,
            RECEIPT,
            LiftLegalHold.class,
            RECEIPT,
            WithdrawErasure.class,
            RECEIPT);

    private SampleCustomers() {}
}
