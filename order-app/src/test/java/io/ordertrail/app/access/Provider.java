package io.ordertrail.app.access;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID provider on the loopback address: it publishes its keys, and mints tokens with them. */
public final class Provider implements AutoCloseable {

    static final String AUDIENCE = "ordertrail";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private record Key(String id, KeyPair pair) {}

    private final HttpServer server;
    private final List<Key> keys = new ArrayList<>();
    final AtomicInteger asked = new AtomicInteger();

    public Provider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answer(
                "/.well-known/openid-configuration",
                () -> Map.of(
                        "issuer", issuer(),
                        "jwks_uri", issuer() + "/keys",
                        "subject_types_supported", List.of("public")));
        answer("/keys", () -> {
            asked.incrementAndGet();
            return Map.of("keys", keys.stream().map(Provider::published).toList());
        });
        rotate();
        server.start();
    }

    private interface Answer {
        Object get();
    }

    private void answer(String path, Answer answer) {
        server.createContext(path, exchange -> {
            byte[] body = JSON.writeValueAsBytes(answer.get());
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on it signs with another key, and publishes that one only. */
    void rotate() {
        keys.clear();
        keys.add(key("key-" + System.nanoTime()));
    }

    /** What everybody's token says. */
    public Map<String, Object> claims(String subject) {
        Map<String, Object> claims = new TreeMap<>();
        claims.put("iss", issuer());
        claims.put("sub", subject);
        claims.put("aud", List.of(AUDIENCE, "account"));
        claims.put("exp", Instant.now().plusSeconds(300).getEpochSecond());
        claims.put("iat", Instant.now().getEpochSecond());
        claims.put("jti", "t-1");
        return claims;
    }

    public String token(Map<String, Object> claims) {
        return token("JWT", claims);
    }

    /** @param type what the header says of it */
    String token(String type, Map<String, Object> claims) {
        Key key = keys.get(0);
        return signed(Map.of("alg", "RS256", "kid", key.id, "typ", type), claims, key.pair);
    }

    /** Signed by somebody else, in the name of the provider's key. */
    String forged(Map<String, Object> claims) {
        return signed(Map.of("alg", "RS256", "kid", keys.get(0).id), claims, key("x").pair);
    }

    String unsigned(Map<String, Object> claims) {
        return part(Map.of("alg", "none")) + '.' + part(claims) + '.';
    }

    /** Signed with the public key as if it were a shared secret. */
    String confused(Map<String, Object> claims) {
        Key key = keys.get(0);
        String text = part(Map.of("alg", "HS256", "kid", key.id)) + '.' + part(claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.pair.getPublic().getEncoded(), "HmacSHA256"));
            return text + '.' + BASE64.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Key key(String id) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new Key(id, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> published(Key key) {
        RSAPublicKey rsa = (RSAPublicKey) key.pair.getPublic();
        return Map.of(
                "kty",
                "RSA",
                "kid",
                key.id,
                "use",
                "sig",
                "alg",
                "RS256",
                "n",
                number(rsa.getModulus()),
                "e",
                number(rsa.getPublicExponent()));
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    private static String signed(Map<String, String> header, Map<String, Object> claims, KeyPair pair) {
        String text = part(header) + '.' + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + '.' + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(Map<String, ?> json) {
        return BASE64.encodeToString(JSON.writeValueAsBytes(json));
    }

    /** As settings of a service that accepts its tokens. */
    public String[] settings(String... more) {
        List<String> all = new ArrayList<>(
                List.of("--ordertrail.security.issuer=" + issuer(), "--ordertrail.security.audience=" + AUDIENCE));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
