package io.ordertrail.command.customer;

import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.account.AccountEvent.Withdrawn;
import io.ordertrail.api.account.TransferEvent.TransferInitiated;
import io.ordertrail.api.message.Role;
import io.ordertrail.api.order.OrderCourseEvent.AddressChanged;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderNoteAdded;
import io.ordertrail.api.order.OrderMoneyEvent.DebtSettled;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.returns.ReturnEvent.ReturnApproved;
import io.ordertrail.api.returns.ReturnEvent.ReturnRefundDecided;
import io.ordertrail.api.returns.ReturnEvent.ReturnRejected;
import io.ordertrail.api.returns.ReturnEvent.ReturnRequested;
import io.ordertrail.api.shipment.ShipmentEvent.TrackingUpdated;
import io.ordertrail.axon.message.MetaKeys;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.axonframework.messaging.MetaData;

/** Which personal texts a customer is told themselves: what they wrote, and what every other page shows them. */
final class OwnTexts {

    private static final Pattern ADDRESS = Pattern.compile("/(shipping|billing)Address/.*");
    private static final Pattern REFERENCE = Pattern.compile("/reference");

    /** What is not named here the shop wrote for itself: a new text must be meant for customers first. */
    private static final Map<Class<?>, Pattern> SHOWN = Map.ofEntries(
            Map.entry(OrderCreated.class, ADDRESS),
            Map.entry(AddressChanged.class, ADDRESS),
            Map.entry(PaymentProcessed.class, REFERENCE),
            Map.entry(DebtSettled.class, REFERENCE),
            Map.entry(PaymentInitiated.class, REFERENCE),
            Map.entry(Deposited.class, REFERENCE),
            Map.entry(Withdrawn.class, REFERENCE),
            Map.entry(TransferInitiated.class, REFERENCE),
            Map.entry(TrackingUpdated.class, Pattern.compile("/location")),
            Map.entry(ReturnRequested.class, Pattern.compile("/lines/\\d+/reason")),
            Map.entry(ReturnApproved.class, Pattern.compile("/note")),
            Map.entry(ReturnRejected.class, Pattern.compile("/reason")),
            Map.entry(ReturnRefundDecided.class, Pattern.compile("/deductionReason")));

    private OwnTexts() {}

    /** @param pointer JSON Pointer (RFC 6901) of the text in {@code event} */
    static boolean isFor(String customer, Object event, MetaData about, String pointer) {
        if (isBy(customer, about)) {
            return true;
        }
        if (event instanceof OrderNoteAdded note) {
            return note.visibility() == NoteVisibility.CUSTOMER;
        }
        Pattern shown = SHOWN.get(event.getClass());
        return shown != null && shown.matcher(pointer).matches();
    }

    private static boolean isBy(String customer, MetaData about) {
        return customer.equals(about.get(MetaKeys.ACTOR))
                && Role.among(Objects.toString(about.get(MetaKeys.ROLES), "")).contains(Role.CUSTOMER);
    }
}
