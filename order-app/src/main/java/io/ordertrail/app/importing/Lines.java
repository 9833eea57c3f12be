package io.ordertrail.app.importing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file in UTF-8, with or without a byte order mark, ending in LF or CRLF. Cut at the bytes, so that one
 * line in another encoding, or without an end, spoils neither the lines after it nor the memory.
 */
final class Lines {

    static final int MAX_BYTES = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final BufferedInputStream in;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long number;
    private long end;

    Lines(InputStream in) throws IOException {
        this.in = new BufferedInputStream(in, MAX_BYTES);
        this.in.mark(BYTE_ORDER_MARK.length);
        if (Arrays.equals(this.in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            end = BYTE_ORDER_MARK.length;
        } else {
            this.in.reset();
        }
    }

    /** The next line, or null at the end of the file. */
    @Nullable
    Line next() throws IOException {
        bytes.reset();
        boolean tooLong = false;
        boolean any = false;
        int b;
        while ((b = in.read()) >= 0) {
            any = true;
            end++;
            if (b == '\n') {
                break;
            }
            if (bytes.size() < MAX_BYTES) {
                bytes.write(b);
            } else {
                tooLong = true;
            }
        }
        return any ? line(tooLong) : null;
    }

    private Line line(boolean tooLong) {
        number++;
        byte[] read = bytes.toByteArray();
        int length = read.length > 0 && read[read.length - 1] == '\r' ? read.length - 1 : read.length;
        if (tooLong) {
            return flawed(
                    new String(read, 0, length, StandardCharsets.UTF_8),
                    "The line is longer than " + MAX_BYTES + " bytes");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(read, 0, length))
                    .toString();
            return new Line(number, text, end, null);
        } catch (CharacterCodingException e) {
            return flawed(new String(read, 0, length, StandardCharsets.UTF_8), "The line is not UTF-8");
        }
    }

    private Line flawed(String text, String reason) {
        return new Line(number, text, end, new Flaw(number, Flaw.MALFORMED, reason));
    }
}
