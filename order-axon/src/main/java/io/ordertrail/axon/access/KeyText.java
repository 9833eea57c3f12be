package io.ordertrail.axon.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * An API key as its holder has it: {@code otk_}, 8 characters that name the key, 32 that are secret (190 bits), and 6
 * of a checksum, all letters and digits. A scanner for secrets finds it by its beginning, and by the checksum knows it
 * from a word that only looks like it. It is shown once; the service keeps its {@link #hash}.
 */
public final class KeyText {

    /** What each begins with. */
    public static final String PREFIX = "otk_";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID = 8;
    private static final int SECRET = 32;
    private static final int CHECKSUM = 6;
    private static final Pattern FORM = Pattern.compile(
            PREFIX + "([0-9A-Za-z]{" + ID + "})[0-9A-Za-z]{" + SECRET + "}([0-9A-Za-z]{" + CHECKSUM + "})");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;
    private final String keyId;

    private KeyText(String text, String keyId) {
        this.text = text;
        this.keyId = keyId;
    }

    /** A new secret of the key {@code keyId}. */
    static KeyText of(String keyId) {
        String body = PREFIX + keyId + random(SECRET);
        return new KeyText(body + checksum(body), keyId);
    }

    /** The id of a new key. */
    static String newId() {
        return random(ID);
    }

    /** What {@code text} says; empty where no key can look like this. */
    public static Optional<KeyText> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()
                || !checksum(text.substring(0, text.length() - CHECKSUM)).equals(form.group(2))) {
            return Optional.empty();
        }
        return Optional.of(new KeyText(text, form.group(1)));
    }

    /** Which key it is of, which is no secret. */
    public String keyId() {
        return keyId;
    }

    /**
     * SHA-256 in hex. What is drawn at random from so many possibilities cannot be guessed from it, so that it needs
     * neither salt nor time.
     */
    String hash() {
        return DigestUtils.sha256Hex(text);
    }

    /** The secret itself, for its holder. */
    public String reveal() {
        return text;
    }

    /** Nothing of the secret: it may come into a log. */
    @Override
    public String toString() {
        return PREFIX + keyId + "…";
    }

    private static String random(int length) {
        StringBuilder text = new StringBuilder();
        RANDOM.ints(length, 0, DIGITS.length()).forEach(digit -> text.append(DIGITS.charAt(digit)));
        return text.toString();
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        StringBuilder digits = new StringBuilder();
        long rest = crc.getValue();
        for (int n = 0; n < CHECKSUM; n++) {
            digits.insert(0, DIGITS.charAt((int) (rest % DIGITS.length())));
            rest /= DIGITS.length();
        }
        return digits.toString();
    }
}
