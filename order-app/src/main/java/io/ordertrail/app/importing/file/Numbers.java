package io.ordertrail.app.importing.file;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as a file writes them: with a point or a comma before the decimals, and the other one between thousands.
 *
 * @param decimal {@code .} or {@code ,}
 */
public record Numbers(char decimal) {

    /** As programs write them. */
    public static final Numbers PLAIN = new Numbers('.');

    private static final Pattern POINT = pattern("\\.", ",");
    private static final Pattern COMMA = pattern(",", "\\.");

    /** The number as programs write it, {@code 1234.50}; empty where it is none. Digits stay as many as they are. */
    public Optional<String> read(String text) {
        boolean point = decimal == '.';
        if (!(point ? POINT : COMMA).matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(point ? text.replace(",", "") : text.replace(".", "").replace(',', '.'));
    }

    private static Pattern pattern(String decimal, String thousands) {
        String whole = "(?:[0-9]{1,18}|[0-9]{1,3}(?:" + thousands + "[0-9]{3}){1,5})";
        return Pattern.compile("-?" + whole + "(?:" + decimal + "[0-9]{1,18})?");
    }
}
