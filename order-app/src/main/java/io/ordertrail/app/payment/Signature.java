package io.ordertrail.app.payment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * A webhook's signature: {@code t=<unix seconds>,v1=<hex>}, where the hex is the HMAC-SHA256 (RFC 2104) of the seconds,
 * a dot and the body, under a secret that only the provider and this service know.
 */
record Signature(long seconds, byte[] mac) {

    /**
     * How old a signed request may be, or how far another clock ahead. Older ones may have been recorded and sent
     * again.
     */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern FORM = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");

    /** Reads the header; empty if it is not a signature. */
    static Optional<Signature> parse(String header) {
        Matcher form = FORM.matcher(header);
        return form.matches()
                ? Optional.of(new Signature(
                        Long.parseLong(form.group(1)), HexFormat.of().parseHex(form.group(2))))
                : Optional.empty();
    }

    /** The header of {@code body}, signed at {@code at}. */
    static String of(byte[] body, String secret, Instant at) {
        long seconds = at.getEpochSecond();
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac(seconds, body, secret));
    }

    /**
     * Whether {@code body} was signed with {@code secret}, not long before {@code now}. Every no takes the same time.
     */
    boolean isOf(byte[] body, String secret, Instant now) {
        boolean same = MessageDigest.isEqual(mac, mac(seconds, body, secret));
        return same && Math.abs(now.getEpochSecond() - seconds) <= TOLERANCE.toSeconds();
    }

    private static byte[] mac(long seconds, byte[] body, String secret) {
        Mac mac = HmacUtils.getInitializedMac(HmacAlgorithms.HMAC_SHA_256, secret.getBytes(StandardCharsets.UTF_8));
        mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
        return mac.doFinal(body);
    }
}
