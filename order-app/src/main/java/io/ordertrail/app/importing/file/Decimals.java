package io.ordertrail.app.importing.file;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out from all numbers of a file which sign stands before its decimals. {@code 1.234} alone does not show it. */
public final class Decimals {

    /** 12.5, 0.125, 12.3456, 1,234.5: a point that cannot stand between thousands. */
    private static final Pattern SHOWS_POINT = shows("\\.", ",");

    private static final Pattern SHOWS_COMMA = shows(",", "\\.");
    private static final Pattern SHOWS_NOTHING = Pattern.compile("-?[0-9]{1,3}[.,][0-9]{3}");

    private @Nullable Seen point;
    private @Nullable Seen comma;
    private @Nullable Seen either;

    private record Seen(long line, String text) {

        @Override
        public String toString() {
            return text + " in line " + line;
        }
    }

    /** What can be no number is passed by: it is told with its row. */
    public void look(long line, String text) {
        if (text.indexOf('.') < 0 && text.indexOf(',') < 0) {
            return;
        }
        if (point == null && SHOWS_POINT.matcher(text).matches()) {
            point = new Seen(line, text);
        } else if (comma == null && SHOWS_COMMA.matcher(text).matches()) {
            comma = new Seen(line, text);
        } else if (either == null && SHOWS_NOTHING.matcher(text).matches()) {
            either = new Seen(line, text);
        }
    }

    /**
     * @param stated what the command line says, or null
     * @throws BadFile the numbers do not show it
     */
    public Numbers shown(@Nullable Character stated) throws BadFile {
        if (stated != null) {
            return new Numbers(stated);
        }
        if (point != null && comma != null) {
            throw new BadFile("Its numbers have a point before the decimals and a comma, too: " + point + ", " + comma
                    + ". Correct one, or give --decimal . or --decimal ,");
        }
        if (point == null && comma == null && either != null) {
            throw new BadFile("Whether " + either + " is more than a thousand or less than ten cannot be told:"
                    + " say --decimal . or --decimal ,");
        }
        return new Numbers(comma == null ? '.' : ',');
    }

    private static Pattern shows(String decimal, String thousands) {
        String grouped = "[0-9]{1,3}(?:" + thousands + "[0-9]{3})+" + decimal + "[0-9]{1,18}";
        String twice = "[0-9]{1,3}(?:" + thousands + "[0-9]{3}){2,}";
        String notThree = "[0-9]{1,18}" + decimal + "(?:[0-9]{1,2}|[0-9]{4,18})";
        String three = "(?:0[0-9]*|[0-9]{4,18})" + decimal + "[0-9]{3}";
        return Pattern.compile("-?(?:" + grouped + "|" + twice + "|" + notThree + "|" + three + ")");
    }
}
