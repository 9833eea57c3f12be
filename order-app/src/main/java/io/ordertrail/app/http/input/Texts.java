package io.ordertrail.app.http.input;

/** What text may hold, whoever sends it. */
final class Texts {

    private Texts() {}

    /**
     * Whether {@code text} can be stored and shown: no control characters but tab and line ends (a NUL is refused by
     * PostgreSQL), and no half of a surrogate pair, which has no UTF-8.
     */
    static boolean isClean(String text) {
        return text.codePoints().noneMatch(Texts::isUnfit);
    }

    private static boolean isUnfit(int codePoint) {
        boolean blank = codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
        return Character.isISOControl(codePoint) && !blank || Character.getType(codePoint) == Character.SURROGATE;
    }
}
