package io.ordertrail.api.order.value;

import io.ordertrail.api.constraint.Label;
import io.ordertrail.api.order.constraint.Country;
import io.ordertrail.api.order.constraint.Email;
import io.ordertrail.api.order.constraint.Phone;
import io.ordertrail.api.personal.Erased;
import io.ordertrail.api.personal.PersonalData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where goods or bills go, and how to reach the recipient.
 *
 * @param country ISO 3166-1 alpha-2
 * @param company whose premises they are
 * @param email without a name or angle brackets
 * @param phone as people write it
 */
public record Address(
        @PersonalData @NotBlank @Label String name,
        @PersonalData @NotBlank @Label String line1,
        @PersonalData @Label @Nullable String line2,
        @PersonalData @Label @Nullable String postalCode,
        @PersonalData @NotBlank @Label String city,
        @PersonalData @Label @Nullable String region,
        @NotNull @Country String country,
        @PersonalData @Label @Nullable String company,
        @PersonalData @Email @Nullable String email,
        @PersonalData @Phone @Nullable String phone) {

    /** Of an e-mail address or a number that is erased nothing is left: it must stay one, or none. */
    public Address {
        email = Erased.TEXT.equals(email) ? null : email;
        phone = Erased.TEXT.equals(phone) ? null : phone;
    }

    private static final Pattern EMAIL = Pattern.compile(Email.FORM);
    private static final Pattern PHONE = Pattern.compile(Phone.FORM);

    /** Whether {@code text} can be one e-mail address. */
    public static boolean isEmail(String text) {
        return text.length() <= Email.MAX && EMAIL.matcher(text).matches();
    }

    /** Whether {@code text} can be dialled. */
    public static boolean isPhone(String text) {
        return text.length() <= Phone.MAX && PHONE.matcher(text).matches();
    }

    /** An address without any more data. */
    public Address(
            String name,
            String line1,
            @Nullable String line2,
            @Nullable String postalCode,
            String city,
            @Nullable String region,
            String country) {
        this(name, line1, line2, postalCode, city, region, country, null, null, null);
    }
}
