package io.ordertrail.axon.process.step;

import java.util.Locale;

/** What came of one try of a step. */
sealed interface Outcome {

    /** The command was accepted, now or before. */
    record Accepted() implements Outcome {}

    /** Not accepted, and why. */
    sealed interface Not extends Outcome {
        String code();

        String detail();
    }

    /** A rule said no. */
    record RefusedBy(String code, String detail) implements Not {}

    /** A rule said no to this moment only. */
    record NotNow(String code, String detail) implements Not {}

    /** It is not known, or was nobody's decision. */
    record Failed(String code, String detail) implements Not {

        /**
         * The detail is stored for ever: it has no message of a library, which may tell what was given in confidence.
         */
        static Failed of(RuntimeException failure, String detail) {
            String name = failure.getClass().getSimpleName();
            return new Failed(name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT), detail);
        }
    }

    /** The row is not what this release writes. A later one may know it, so it is kept. */
    record Unreadable() implements Not {
        @Override
        public String code() {
            return "UNREADABLE_STEP";
        }

        @Override
        public String detail() {
            return "What was to be sent cannot be read; the log has more.";
        }
    }
}
