package io.ordertrail.api.report;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Days of a zone, by business time.
 *
 * @param from the first day; null for all before {@code to}
 * @param to the last day, itself included; null for all since {@code from}
 * @param zone whose days they are; its offsets must be whole quarters of an hour, as all are that are in use
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate to, ZoneId zone) {}
