package io.ordertrail.api.order;

import org.jspecify.annotations.Nullable;

/**
 * Where goods or bills go, and how to reach whoever is there.
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

    /** An address of which no more is known. */
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
