package io.ordertrail.app.importing;

import java.nio.file.Path;

/** A file as a whole cannot be imported; the message says why. */
final class BadFile extends Exception {

    private static final long serialVersionUID = 1;

    BadFile(String message) {
        super(message);
    }

    /** The same, with the file's name before it. */
    BadFile in(Path file) {
        return new BadFile(file + ": " + getMessage());
    }
}
