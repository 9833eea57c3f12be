package io.ordertrail.app.importing.file;

import java.nio.file.Path;

/** A file as a whole cannot be imported; the message says why. */
public final class BadFile extends Exception {

    private static final long serialVersionUID = 1;

    public BadFile(String message) {
        super(message);
    }

    /** The same, with the file's name before it. */
    public BadFile in(Path file) {
        return new BadFile(file + ": " + getMessage());
    }
}
