package io.ordertrail.app.importing.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table below its header.
 *
 * @param line its first line in the file, from 1
 * @param start bytes of the file before it
 * @param cells as they stand in the file, one for each column of the header; empty where they cannot be told
 * @param flaw why it cannot be read rightly, or null
 */
public record Entry(
        long line, long start, List<String> cells, @Nullable Flaw flaw) {

    /**
     * A cell without space around it; a line break within it is a space: no text that the service takes may have one.
     */
    public String cell(int column) {
        return column < 0 || cells.isEmpty() ? "" : clean(cells.get(column));
    }

    /** The same without the apostrophe by which spreadsheets keep a text like {@code 01067} from becoming a number. */
    public String code(int column) {
        String cell = cell(column);
        return cell.length() > 1 && cell.charAt(0) == '\'' ? cell.substring(1).strip() : cell;
    }

    static String clean(String value) {
        String stripped = value.strip();
        return stripped.indexOf('\n') < 0 && stripped.indexOf('\r') < 0 ? stripped : stripped.replaceAll("\\R", " ");
    }
}
