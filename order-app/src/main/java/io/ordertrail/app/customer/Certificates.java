package io.ordertrail.app.customer;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.Ed25519Signer;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import io.ordertrail.api.customer.CustomerView;
import io.ordertrail.axon.access.ServiceSecrets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Signs what is said of an erasure, always with the same key of the service. */
@Component
final class Certificates {

    private static final String SECRET = "erasure-certificates";

    private final ServiceSecrets secrets;

    Certificates(ServiceSecrets secrets) {
        this.secrets = secrets;
    }

    /** @param erased whose key is destroyed */
    ErasureCertificate of(CustomerView erased) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("customerId", erased.customerId());
        said.put("reason", erased.erasureReason());
        said.put("erasedAt", Objects.requireNonNull(erased.erasedAt()).toString());
        said.put("orders", erased.erasedOrders());
        return new ErasureCertificate(
                erased.customerId(),
                Objects.requireNonNull(erased.erasureReason()),
                erased.erasedAt(),
                erased.erasedOrders(),
                signed(said));
    }

    private String signed(Map<String, Object> said) {
        try {
            OctetKeyPair key = key();
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.EdDSA)
                    .keyID(key.getKeyID())
                    .jwk(key.toPublicJWK())
                    .build();
            JWSObject signed = new JWSObject(header, new Payload(said));
            signed.sign(new Ed25519Signer(key));
            return signed.serialize();
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException("The certificate cannot be signed", e);
        }
    }

    private OctetKeyPair key() throws GeneralSecurityException, JOSEException {
        Ed25519Sign.KeyPair pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(secrets.of(SECRET));
        return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(pair.getPublicKey()))
                .d(Base64URL.encode(pair.getPrivateKey()))
                .keyIDFromThumbprint()
                .build();
    }
}
