package io.ordertrail.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.app.FrontDoor;
import io.ordertrail.axon.message.MetaKeys;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a request comes: over TLS, and through proxies of which some are believed. */
class TransportTest {

    private static final String FORWARDED = "X-Forwarded-For";

    @Test
    void a_forwarded_address_is_believed_of_nobody_where_no_proxy_is_named() {
        assertThat(addressOf()).isEqualTo("127.0.0.1");
    }

    @Test
    void a_forwarded_address_is_believed_of_a_named_proxy_only() {
        String strategy = "--server.forward-headers-strategy=native";
        assertThat(addressOf(strategy, "--server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1"))
                .isEqualTo("203.0.113.7");
        assertThat(addressOf(strategy, "--server.tomcat.remoteip.internal-proxies=10\\.0\\.0\\.5"))
                .isEqualTo("127.0.0.1");
    }

    private static String addressOf(String... settings) {
        try (FrontDoor door = FrontDoor.open(settings)) {
            HttpResponse<String> placed = door.send(
                    door.post(FrontDoor.ORDERS, FrontDoor.example("PlaceOrder")).header(FORWARDED, "203.0.113.7"));
            assertThat(placed.statusCode()).isEqualTo(201);
            return (String) door.rooms().sent().get(0).getMetaData().get(MetaKeys.ADDRESS);
        }
    }

    @Test
    void the_service_speaks_tls(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("server.p12");
        certify(store);
        try (FrontDoor door =
                FrontDoor.open("--server.ssl.key-store=" + store, "--server.ssl.key-store-password=changeit")) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("https://localhost:" + door.port() + "/api/v1/orders"))
                    .build();
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .sslContext(trusting(store))
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
            assertThat(answer.sslSession()).hasValueSatisfying(session -> {
                assertThat(session.getProtocol()).isEqualTo("TLSv1.3");
                assertThat(session.getCipherSuite()).matches("TLS_(AES|CHACHA20)_.*");
            });
            assertThat(spoken(store, door.port(), "TLSv1.2")).isTrue();
            for (String old : List.of("TLSv1.1", "TLSv1")) {
                assertThat(spoken(store, door.port(), old)).as(old).isFalse();
            }
            assertThat(door.get(FrontDoor.ORDERS).statusCode())
                    .as("plain HTTP is sent nowhere else")
                    .isEqualTo(400);
            assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    private static boolean spoken(Path store, int port, String protocol) throws Exception {
        try (SSLSocket socket = (SSLSocket) trusting(store).getSocketFactory().createSocket("localhost", port)) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();
            return true;
        } catch (SSLException e) {
            return false;
        }
    }

    static void certify(Path store) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
    }

    static SSLContext trusting(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, "changeit".toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
