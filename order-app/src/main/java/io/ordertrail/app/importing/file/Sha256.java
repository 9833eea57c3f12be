package io.ordertrail.app.importing.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** The SHA-256 of texts, cut to what a name needs. */
public record Sha256(byte[] bytes) {

    /** Of the texts in this order; a text cannot run over into the next. */
    public static Sha256 of(String... texts) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (String text : texts) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(0, utf8.length));
            digest.update(utf8);
        }
        return new Sha256(digest.digest());
    }

    /** Its first 64 bits, never 0. */
    public long fingerprint() {
        long first = ByteBuffer.wrap(bytes).getLong();
        return first == 0 ? 1 : first;
    }

    /** Its first 128 bits in hex. */
    public String name() {
        return HexFormat.of().formatHex(bytes, 0, 16);
    }
}
