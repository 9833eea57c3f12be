package io.ordertrail.api.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days in UTC, by business time.
 *
 * @param from the first day; null for all before {@code to}
 * @param to the last day, itself included; null for all since {@code from}
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {}
