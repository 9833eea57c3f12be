package io.ordertrail.app.importing.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes of a file are text.
 *
 * @param unit bytes of the smallest character: 1, or 2 in UTF-16
 * @param mark bytes of the byte order mark that the file begins with; 0 where it has none
 */
record Encoding(Charset charset, int unit, int mark) {

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] LITTLE_ENDIAN_MARK = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] BIG_ENDIAN_MARK = {(byte) 0xFE, (byte) 0xFF};

    /**
     * The characters that lines are cut and cells are told apart by, as every encoding with one byte for each has them.
     */
    private static final byte[] CUTTERS = {'\r', '\n', '"', ',', ';', '\t', '|'};

    /**
     * A byte order mark says it; else {@code stated}, and where nothing is stated UTF-8.
     *
     * @param head the file's first bytes, three or all of them
     * @throws BadFile lines cannot be cut in that encoding
     */
    static Encoding of(byte[] head, @Nullable Charset stated) throws BadFile {
        if (begins(head, UTF_8_MARK)) {
            return new Encoding(StandardCharsets.UTF_8, 1, UTF_8_MARK.length);
        }
        if (begins(head, LITTLE_ENDIAN_MARK)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2, LITTLE_ENDIAN_MARK.length);
        }
        if (begins(head, BIG_ENDIAN_MARK)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2, BIG_ENDIAN_MARK.length);
        }
        if (stated == null) {
            return new Encoding(StandardCharsets.UTF_8, 1, 0);
        }
        if (stated.name().startsWith("UTF-16")) {
            boolean little = stated.equals(StandardCharsets.UTF_16LE)
                    || stated.equals(StandardCharsets.UTF_16) && head.length > 1 && head[1] == 0;
            return new Encoding(little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, 2, 0);
        }
        byte[] cutters = new String(CUTTERS, StandardCharsets.US_ASCII).getBytes(stated);
        if (!Arrays.equals(cutters, CUTTERS)) {
            throw new BadFile("The encoding " + stated + " cannot be read. Save the file as UTF-8");
        }
        return new Encoding(stated, 1, 0);
    }

    /** The character that begins at {@code first}; of an encoding with one byte for each, that byte. */
    int character(int first, int second) {
        if (unit == 1) {
            return first;
        }
        return charset.equals(StandardCharsets.UTF_16LE) ? second << 8 | first : first << 8 | second;
    }

    /** @throws CharacterCodingException the bytes are no text in it */
    String decode(byte[] bytes, int length) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
    }

    /** With a replacement character for what is no text. */
    String decodeAnyhow(byte[] bytes, int length) {
        return new String(bytes, 0, length, charset);
    }

    /** What a file of this encoding begins with. */
    byte[] beginning() {
        return mark == 0 && unit == 1 ? new byte[0] : "\uFEFF".getBytes(charset);
    }

    private static boolean begins(byte[] head, byte[] mark) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }
}
