package io.ordertrail.app.importing.file;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How a file is said to be written; null where the file is to show it.
 *
 * @param charset where no byte order mark says another
 * @param delimiter between cells
 * @param decimal {@code .} or {@code ,}
 */
public record Manner(
        @Nullable Charset charset,
        @Nullable Character delimiter,
        @Nullable Character decimal) {

    public static final Manner UNSTATED = new Manner(null, null, null);
}
