package io.ordertrail.api.order.value;

import io.ordertrail.api.constraint.Label;
import io.ordertrail.api.order.constraint.Country;
import io.ordertrail.api.order.constraint.Email;
import io.ordertrail.api.order.constraint.Phone;
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
        @NotBlank @Label String name,
        @NotBlank @Label String line1,
        @Label @Nullable String line2,
        @Label @Nullable String postalCode,
        @NotBlank @Label String city,
        @Label @Nullable String region,
        @NotNull @Country String country,
        @Label @Nullable String company,
        @Email @Nullable String email,
        @Phone @Nullable String phone) {

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
