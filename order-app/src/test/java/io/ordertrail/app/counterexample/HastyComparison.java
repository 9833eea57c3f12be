package io.ordertrail.app.counterexample;

import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

final class HastyComparison {

    boolean isSigned(String text, String signature) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, "secret")
                .hmacHex(text)
                .equals(signature);
    }
}
