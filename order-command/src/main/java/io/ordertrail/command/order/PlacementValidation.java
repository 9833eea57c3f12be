package io.ordertrail.command.order;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.Metadata;
import io.ordertrail.api.order.OrderCommand.CreateOrder;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.command.payment.provider.Providers;
import io.ordertrail.model.kernel.Faults;
import io.ordertrail.model.order.input.AddressValidation;
import io.ordertrail.model.order.input.Basket;
import io.ordertrail.model.order.input.BasketValidation;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether a request to place an order means anything: rule O1 and the bounds of every field. */
final class PlacementValidation {

    /** Without a slash, which parts it from the external reference in {@link OrderNames}. */
    private static final Pattern CHANNEL = Pattern.compile("[A-Za-z0-9._-]{1,32}");

    private PlacementValidation() {}

    /**
     * @param providers who may be asked for the money
     * @throws Refused with every fault that was found
     */
    static void check(CreateOrder order, Providers providers) {
        Faults faults = new Faults();
        faults.unless(
                order.orderId() != null && OrderId.isValid(order.orderId()),
                "/orderId",
                "MALFORMED",
                "This is not the id of an order.");
        faults.text(order.customerId(), "/customerId", Faults.MAX_REFERENCE);
        faults.unless(
                order.channel() != null && CHANNEL.matcher(order.channel()).matches(),
                "/channel",
                "MALFORMED",
                "A channel has 1 to 32 letters, digits, dots, dashes or underscores.");
        if (order.externalRef() != null) {
            faults.text(order.externalRef(), "/externalRef", Faults.MAX_REFERENCE);
        }
        faults.present(order.paymentTerms(), "/paymentTerms");
        BasketValidation.check(Basket.of(order), faults);
        if (order.expectedTotal() != null && order.currency() != null) {
            faults.amount(order.expectedTotal(), "/expectedTotal", order.currency());
        }
        AddressValidation.check(order.shippingAddress(), "/shippingAddress", faults);
        AddressValidation.check(order.billingAddress(), "/billingAddress", faults);
        metadata(order.metadata(), faults);
        payment(order, providers, faults);
        faults.refuseIfAny();
    }

    private static void metadata(Map<String, String> metadata, Faults faults) {
        faults.unless(
                metadata.size() <= Metadata.MAX_NAMES,
                "/metadata",
                "TOO_MANY",
                "An order has at most " + Metadata.MAX_NAMES + " names in its metadata.");
        metadata.forEach((name, value) -> {
            boolean named = Metadata.NAME.matcher(name).matches();
            faults.unless(
                    named,
                    "/metadata",
                    "MALFORMED",
                    "A name in metadata has 1 to 40 letters, digits, dots, dashes or underscores.");
            if (named) {
                faults.text(value, "/metadata/" + name, Metadata.MAX_VALUE);
            }
        });
    }

    /**
     * What was paid before it was imported is recorded, not taken once more. A choice that no provider takes would leave the
     * order waiting for money that nobody is asked for.
     */
    private static void payment(CreateOrder order, Providers providers, Faults faults) {
        PaymentChoice choice = order.payment();
        if (choice == null) {
            return;
        }
        faults.unless(
                        !OrderCreated.IMPORT.equals(order.channel()),
                        "/payment",
                        "IMPORTED",
                        "An imported order takes no payment; record the payments that it had.")
                .optionalText(choice.accountId(), "/payment/accountId", Faults.MAX_REFERENCE)
                .optionalText(choice.token(), "/payment/token", Faults.MAX_NAME);
        providers
                .faultOf(choice)
                .ifPresent(fault -> faults.unless(false, "/payment" + fault.pointer(), fault.code(), fault.message()));
    }
}
