package io.ordertrail.query.order;

/** Text that is looked for in any case. Both sides are folded here, because databases differ in what lower() does. */
final class SearchText {

    private static final char ESCAPE = '!';

    private SearchText() {}

    /** Character by character, so that a piece of a text folds to a piece of the folded text (unlike toLowerCase). */
    static String foldCase(String text) {
        return text.codePoints()
                .map(Character::toUpperCase)
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The LIKE pattern, with {@code escape '!'}, of texts that contain {@code piece} as it stands. */
    static String containing(String piece) {
        StringBuilder pattern = new StringBuilder("%");
        for (char c : foldCase(piece).toCharArray()) {
            if (c == ESCAPE || c == '%' || c == '_') {
                pattern.append(ESCAPE);
            }
            pattern.append(c);
        }
        return pattern.append('%').toString();
    }
}
