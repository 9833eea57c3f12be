package io.ordertrail.api.order;

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
        String name,
        String line1,
        @Nullable String line2,
        @Nullable String postalCode,
        String city,
        @Nullable String region,
        String country,
        @Nullable String company,
        @Nullable String email,
        @Nullable String phone) {

    /** RFC 5321, section 4.5.3.1.3, less the angle brackets. */
    public static final int MAX_EMAIL = 254;

    public static final int MAX_PHONE = 40;

    /** Whether mail arrives shows only when it is sent: this keeps out what no address can be, and lists of them. */
    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>]+@[^@\\s,;<>]+");

    private static final Pattern PHONE = Pattern.compile("\\+?[(]?[0-9][0-9 ()./-]{0,39}((x|ext\\.?) ?[0-9]{1,10})?");

    /** Whether {@code text} can be one e-mail address, however long. */
    public static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    /** Whether {@code text} can be dialled, however long. */
    public static boolean isPhone(String text) {
        return PHONE.matcher(text).matches();
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
