package io.ordertrail.api.projection;

import java.util.List;

/**
 * The old rows and the new ones when both had processed the same events.
 *
 * @param checksumBefore of all columns of all rows, 16 hexadecimal digits; equal rows have equal sums
 * @param differentRows rows of which the two differ, or that only one has
 * @param differences what the first 100 of these differ in, in words
 */
public record RebuildComparison(
        long rowsBefore,
        long rowsAfter,
        String checksumBefore,
        String checksumAfter,
        long differentRows,
        List<String> differences) {}
