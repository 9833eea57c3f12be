package io.ordertrail.api.order;

import org.jspecify.annotations.Nullable;

/** Where goods or bills go. {@code country} is ISO 3166-1 alpha-2. */
public record Address(
        String name,
        String line1,
        @Nullable String line2,
        @Nullable String postalCode,
        String city,
        @Nullable String region,
        String country) {}
