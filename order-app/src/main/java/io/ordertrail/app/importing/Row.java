package io.ordertrail.app.importing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the file.
 *
 * @param line its first line in the file, from 1
 * @param raw its text as it stands in the file
 * @param end bytes of the file up to its end
 * @param ref the order it belongs to, as well as can be told; empty where it cannot
 * @param cells by column, without space around them; empty if the row is flawed
 * @param flaw why it cannot be read, or null
 */
record Row(
        long line,
        String raw,
        long end,
        String ref,
        Map<Column, String> cells,
        @Nullable Flaw flaw) {

    String get(Column column) {
        return cells.getOrDefault(column, "");
    }

    Rejection rejected(String code, String reason) {
        return new Rejection(line, ref, code, reason, raw);
    }
}
