package io.ordertrail.axon.personal;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.Ed25519Signer;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/**
 * What the service says under its own name: a JWS (RFC 7515), signed with Ed25519 (RFC 8037), always with the same key.
 * Its header has the public key.
 */
public final class ServiceSignature {

    private static final String KEY = "signature";

    private final ServiceKeys keys;

    ServiceSignature(ServiceKeys keys) {
        this.keys = keys;
    }

    /**
     * What a signature is under.
     *
     * @param keyId of the public key in its header: the thumbprint of RFC 7638
     */
    public record Signed(String keyId, Map<String, Object> said) {}

    /** @throws io.ordertrail.axon.failure.Unavailable the key needs a master key that is not there */
    public String sign(Map<String, Object> said) {
        try {
            OctetKeyPair key = pair(keys.of(KEY));
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.EdDSA)
                    .keyID(key.getKeyID())
                    .jwk(key.toPublicJWK())
                    .build();
            JWSObject signed = new JWSObject(header, new Payload(said));
            signed.sign(new Ed25519Signer(key));
            return signed.serialize();
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException("It cannot be signed", e);
        }
    }

    /** The id of the service's key; empty while it has signed nothing. */
    public Optional<String> keyId() {
        return keys.find(KEY).map(secret -> {
            try {
                return pair(secret).getKeyID();
            } catch (JOSEException | GeneralSecurityException e) {
                throw new IllegalStateException("There is no key of this", e);
            }
        });
    }

    /** What {@code signature} says, whoever made it; empty where it is none, or is not of what it says. */
    public static Optional<Signed> read(String signature) {
        try {
            JWSObject signed = JWSObject.parse(signature);
            JWK key = signed.getHeader().getJWK();
            if (!(key instanceof OctetKeyPair pair)
                    || !JWSAlgorithm.EdDSA.equals(signed.getHeader().getAlgorithm())
                    || !signed.verify(new Ed25519Verifier(pair.toPublicJWK()))) {
                return Optional.empty();
            }
            Map<String, Object> said = signed.getPayload().toJSONObject();
            return said == null
                    ? Optional.empty()
                    : Optional.of(new Signed(pair.computeThumbprint().toString(), said));
        } catch (ParseException | JOSEException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static OctetKeyPair pair(byte[] secret) throws GeneralSecurityException, JOSEException {
        Ed25519Sign.KeyPair pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(secret);
        return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(pair.getPublicKey()))
                .d(Base64URL.encode(pair.getPrivateKey()))
                .keyIDFromThumbprint()
                .build();
    }
}
