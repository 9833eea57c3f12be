package io.ordertrail.app;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** What looks like an API key to whoever knows how they are made: its checksum is right. */
public final class LikelyKey {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    /** So many characters at the end. */
    public static final int CHECKSUM = 6;

    private LikelyKey() {}

    /** @param body all but the checksum */
    public static String of(String body) {
        CRC32 sum = new CRC32();
        sum.update(body.getBytes(StandardCharsets.US_ASCII));
        StringBuilder checksum = new StringBuilder();
        long rest = sum.getValue();
        for (int n = 0; n < CHECKSUM; n++) {
            checksum.insert(0, DIGITS.charAt((int) (rest % DIGITS.length())));
            rest /= DIGITS.length();
        }
        return body + checksum;
    }

    /** {@code key} with another character at {@code place}, and the checksum that belongs to it. */
    public static String changed(String key, int place) {
        char other = key.charAt(place) == 'x' ? 'y' : 'x';
        return of(key.substring(0, place) + other + key.substring(place + 1, key.length() - CHECKSUM));
    }
}
