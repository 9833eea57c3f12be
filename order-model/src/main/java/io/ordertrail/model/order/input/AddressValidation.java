package io.ordertrail.model.order.input;

import io.ordertrail.api.order.Address;
import io.ordertrail.api.order.OrderCommand.ChangeAddress;
import io.ordertrail.model.kernel.Faults;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether an address can be written on a parcel. */
public final class AddressValidation {

    private static final Set<String> COUNTRIES = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2);

    private AddressValidation() {}

    public static void check(ChangeAddress command) {
        Faults faults = new Faults();
        faults.unless(
                command.shippingAddress() != null || command.billingAddress() != null,
                "/shippingAddress",
                "REQUIRED",
                "Give the address that changes.");
        check(command.shippingAddress(), "/shippingAddress", faults);
        check(command.billingAddress(), "/billingAddress", faults);
        faults.refuseIfAny();
    }

    public static void check(@Nullable Address address, String at, Faults faults) {
        if (address == null) {
            return;
        }
        faults.text(address.name(), at + "/name", Faults.MAX_NAME)
                .text(address.line1(), at + "/line1", Faults.MAX_NAME)
                .optionalText(address.line2(), at + "/line2", Faults.MAX_NAME)
                .optionalText(address.postalCode(), at + "/postalCode", Faults.MAX_NAME)
                .text(address.city(), at + "/city", Faults.MAX_NAME)
                .optionalText(address.region(), at + "/region", Faults.MAX_NAME)
                .optionalText(address.company(), at + "/company", Faults.MAX_NAME)
                .optionalText(address.email(), at + "/email", Address.MAX_EMAIL)
                .unless(
                        address.email() == null || Address.isEmail(address.email()),
                        at + "/email",
                        "MALFORMED",
                        "An e-mail address is a name, an @ and a domain, and nothing else.")
                .optionalText(address.phone(), at + "/phone", Address.MAX_PHONE)
                .unless(
                        address.phone() == null || Address.isPhone(address.phone()),
                        at + "/phone",
                        "MALFORMED",
                        "A phone number has digits, and may have +, spaces, dots, slashes, dashes, brackets and an extension: ext. 12.")
                .unless(
                        address.country() != null && COUNTRIES.contains(address.country()),
                        at + "/country",
                        "UNKNOWN_COUNTRY",
                        "A country is named by its two letters of ISO 3166-1: DE.");
    }
}
