package io.ordertrail.app.importing;

import org.jspecify.annotations.Nullable;

/**
 * A line of the file without its end.
 *
 * @param number from 1
 * @param end bytes of the file up to and including this line
 * @param flaw why it cannot be read, or null
 */
record Line(long number, String text, long end, @Nullable Flaw flaw) {}
