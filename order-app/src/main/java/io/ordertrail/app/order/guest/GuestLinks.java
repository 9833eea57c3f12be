package io.ordertrail.app.order.guest;

import io.ordertrail.axon.access.ServiceSecrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.springframework.stereotype.Component;

/**
 * Signs links to one order, and reads them. A link holds all that it is good for, so that nothing is stored of it; it
 * cannot be taken back, but it ends.
 */
@Component
final class GuestLinks {

    private static final String SECRET = "guest-links";
    private static final int PARTS = 4;

    /** With a dot it would look like the name of a file, of which browsers are warned. */
    private static final char SEPARATOR = '~';

    private final ServiceSecrets secrets;
    private final Clock clock;

    GuestLinks(ServiceSecrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * What a link is good for.
     *
     * @param number of the order, which the guest names
     * @param customerId whose the order is
     */
    record Pass(String orderId, String number, String customerId, Instant expiresAt) {}

    /** {@code pass} as a word, with its signature: letters, digits and {@code _-~} */
    String sign(Pass pass) {
        String plain = String.join(
                "\n",
                pass.orderId(),
                pass.number(),
                pass.customerId(),
                Long.toString(pass.expiresAt().getEpochSecond()));
        String text = base64(plain.getBytes(StandardCharsets.UTF_8));
        return text + SEPARATOR + signature(text);
    }

    /** What {@code word} is good for; empty where it was changed, is over, or never was a link. */
    Optional<Pass> read(String word) {
        int dot = word.lastIndexOf(SEPARATOR);
        if (dot < 0 || !isEqual(word.substring(dot + 1), signature(word.substring(0, dot)))) {
            return Optional.empty();
        }
        String plain = new String(Base64.getUrlDecoder().decode(word.substring(0, dot)), StandardCharsets.UTF_8);
        String[] parts = plain.split("\n", -1);
        Instant end = Instant.ofEpochSecond(Long.parseLong(parts[PARTS - 1]));
        return clock.instant().isBefore(end)
                ? Optional.of(new Pass(parts[0], parts[1], parts[2], end))
                : Optional.empty();
    }

    private String signature(String text) {
        return base64(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secrets.of(SECRET)).hmac(text));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** How long it takes does not depend on how much of it is right. */
    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
