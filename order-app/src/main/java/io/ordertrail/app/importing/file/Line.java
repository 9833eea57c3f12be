package io.ordertrail.app.importing.file;

import org.jspecify.annotations.Nullable;

/**
 * A line of the file without its end.
 *
 * @param number from 1
 * @param start bytes of the file before it
 * @param end bytes of the file up to and including this line
 * @param flaw why it cannot be read, or null
 */
record Line(
        long number,
        String text,
        long start,
        long end,
        @Nullable Flaw flaw) {}
