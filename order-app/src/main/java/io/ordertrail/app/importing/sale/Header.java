package io.ordertrail.app.importing.sale;

import io.ordertrail.app.importing.file.BadFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** The titles of a file, in any case; which column is where. */
public final class Header {

    private static final int SHOWN = 200;

    private final List<String> titles;

    public Header(List<String> titles) {
        this.titles = titles.stream().map(Header::folded).toList();
    }

    /** The column of this title, or -1. */
    public int at(String title) {
        return titles.indexOf(folded(title));
    }

    /** The first of these titles that there is, or -1. */
    public int atAny(String... choices) {
        for (String title : choices) {
            if (at(title) >= 0) {
                return at(title);
            }
        }
        return -1;
    }

    public int count(Set<String> known) {
        return (int) known.stream().filter(title -> at(title) >= 0).count();
    }

    /** @throws BadFile one of them is missing, or is there twice */
    public void require(List<String> wanted, String help) throws BadFile {
        List<String> missing = wanted.stream().filter(title -> at(title) < 0).toList();
        List<String> twice = twice();
        twice.retainAll(wanted.stream().map(Header::folded).toList());
        refuse(missing, List.of(), twice, help);
    }

    /** @throws BadFile there are others, required ones are missing, or one is there twice */
    void requireOnly(Predicate<String> known, List<String> required, String help) throws BadFile {
        refuse(
                required.stream().filter(title -> at(title) < 0).toList(),
                titles.stream().filter(known.negate()).toList(),
                twice(),
                help);
    }

    private static void refuse(List<String> missing, List<String> unknown, List<String> twice, String help)
            throws BadFile {
        if (!missing.isEmpty() || !unknown.isEmpty() || !twice.isEmpty()) {
            throw new BadFile("The header is not the one expected"
                    + (missing.isEmpty() ? "" : "; missing columns: " + shortened(String.join(", ", missing)))
                    + (unknown.isEmpty() ? "" : "; unknown columns: " + shortened(String.join(", ", unknown)))
                    + (twice.isEmpty() ? "" : "; there twice: " + shortened(String.join(", ", twice)))
                    + ". " + help);
        }
    }

    private List<String> twice() {
        Set<String> seen = new LinkedHashSet<>();
        List<String> twice = new ArrayList<>();
        for (String title : titles) {
            if (!seen.add(title)) {
                twice.add(title);
            }
        }
        return twice;
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " …";
    }

    private static String folded(String title) {
        return title.toLowerCase(Locale.ROOT);
    }
}
