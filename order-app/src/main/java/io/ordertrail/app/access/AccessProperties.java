package io.ordertrail.app.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may come in.
 *
 * @param mode local or secured; without it a service on the loopback address is local until there is an API key
 */
@ConfigurationProperties("ordertrail.security")
record AccessProperties(@Nullable AccessMode mode) {}
