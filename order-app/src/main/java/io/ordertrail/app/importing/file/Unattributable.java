package io.ordertrail.app.importing.file;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of which nobody can tell the order: any order might lack one of its lines. */
public final class Unattributable extends Exception {

    private static final long serialVersionUID = 1;
    private static final int TOLD = 20;

    Unattributable(List<Flaw> flaws, long more) {
        super(flaws.stream()
                        .map(flaw -> "line " + flaw.line() + ": " + flaw.reason())
                        .collect(Collectors.joining("\n"))
                + (more == 0 ? "" : "\nand " + more + " more"));
    }

    /** Collects them, and remembers the first of them. */
    static final class Found {

        private final List<Flaw> first = new ArrayList<>();
        private long all;

        void add(Flaw flaw) {
            all++;
            if (first.size() < TOLD) {
                first.add(flaw);
            }
        }

        void orThrow() throws Unattributable {
            if (all > 0) {
                throw new Unattributable(first, all - first.size());
            }
        }
    }
}
