package io.ordertrail.app.importing.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, ending in LF, CRLF or CR. Cut at the bytes, so that one line in another encoding, or without an
 * end, spoils neither the lines after it nor the memory.
 */
final class Lines {

    static final int MAX_BYTES = 1 << 16;

    private final Source source;
    private final Encoding encoding;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long number;

    Lines(Source source, Encoding encoding) {
        this.source = source;
        this.encoding = encoding;
        source.seek(encoding.mark());
    }

    /** The next line is the one that begins at {@code start} and has this number. */
    void seek(long start, long next) {
        source.seek(start);
        number = next - 1;
    }

    /** The next line, or null at the end of the file. */
    @Nullable
    Line next() throws IOException {
        bytes.reset();
        boolean tooLong = false;
        boolean any = false;
        long start = source.position();
        int first;
        while ((first = source.read()) >= 0) {
            any = true;
            int second = encoding.unit() == 1 ? 0 : source.read();
            int character = encoding.character(first, Math.max(0, second));
            if (character == '\n' || character == '\r' && endsHere()) {
                break;
            }
            if (bytes.size() < MAX_BYTES) {
                bytes.write(first);
                if (encoding.unit() > 1 && second >= 0) {
                    bytes.write(second);
                }
            } else {
                tooLong = true;
            }
        }
        return any ? line(start, tooLong) : null;
    }

    /** A line feed after a carriage return is a part of the same end. */
    private boolean endsHere() throws IOException {
        long after = source.position();
        int first = source.read();
        int second = encoding.unit() == 1 ? 0 : source.read();
        if (first < 0 || encoding.character(first, Math.max(0, second)) != '\n') {
            source.seek(after);
        }
        return true;
    }

    private Line line(long start, boolean tooLong) {
        number++;
        byte[] read = bytes.toByteArray();
        if (tooLong) {
            String text = encoding.decodeAnyhow(read, read.length);
            return flawed(text, start, Flaw.TOO_LONG, "The line is longer than " + MAX_BYTES + " bytes");
        }
        try {
            return new Line(number, encoding.decode(read, read.length), start, source.position(), null);
        } catch (CharacterCodingException e) {
            return flawed(
                    encoding.decodeAnyhow(read, read.length),
                    start,
                    Flaw.MALFORMED,
                    "The line is not " + encoding.charset() + ": is it written in another --encoding?");
        }
    }

    private Line flawed(String text, long start, String code, String reason) {
        return new Line(number, text, start, source.position(), new Flaw(number, code, reason));
    }
}
