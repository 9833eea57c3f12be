package io.ordertrail.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.ordertrail.app.FrontDoor;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An OpenID provider that answers what it should not: nobody gets in by it, and nobody waits for long. */
@Timeout(60)
class HostileProviderTest {

    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private Provider honest;

    @FunctionalInterface
    private interface Answer {
        void to(HttpExchange exchange) throws Exception;
    }

    @BeforeEach
    void open() throws IOException {
        honest = new Provider();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
        honest.close();
    }

    @Test
    void API10_keys_of_an_openid_provider_that_never_end_are_not_taken_in() {
        byte[] much = "{\"keys\":[],\"x\":\"".concat("x".repeat(1 << 16)).getBytes(StandardCharsets.UTF_8);
        AtomicInteger parts = new AtomicInteger();
        letsNobodyIn(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (end.getCount() > 0) {
                    out.write(much);
                    parts.incrementAndGet();
                }
            }
        });
        assertThat(parts)
                .as("64 KiB each, of which 16 are taken in, and some are in buffers")
                .hasValueLessThan(1_000);
    }

    @Test
    void API10_an_openid_provider_that_answers_slowly_is_not_waited_for() {
        letsNobodyIn(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            do {
                out.write(' ');
                out.flush();
            } while (!end.await(100, TimeUnit.MILLISECONDS));
        });
    }

    @Test
    void API10_an_openid_provider_that_does_not_answer_is_not_waited_for() {
        letsNobodyIn(exchange -> end.await());
    }

    @Test
    void API10_an_openid_provider_that_sends_elsewhere_is_not_followed() {
        AtomicInteger followed = new AtomicInteger();
        server.createContext("/elsewhere", exchange -> {
            followed.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        letsNobodyIn(exchange -> {
            exchange.getResponseHeaders().add("Location", issuer() + "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        assertThat(followed).hasValue(0);
    }

    @Test
    void API10_an_openid_provider_that_answers_something_else_is_not_believed() {
        for (String body : new String[] {"<html>log in</html>", "[]", "{\"keys\":null}", "", "\"x\""}) {
            letsNobodyIn(exchange -> {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
        }
    }

    @Test
    void API10_an_openid_provider_whose_certificate_nobody_knows_is_not_asked(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("provider.p12");
        TransportTest.certify(store);
        AtomicInteger asked = new AtomicInteger();
        HttpsServer strange = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        strange.setHttpsConfigurator(new HttpsConfigurator(serving(store)));
        strange.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        strange.start();
        try (FrontDoor door = FrontDoor.open(
                "--ordertrail.security.issuer=https://localhost:"
                        + strange.getAddress().getPort(),
                "--ordertrail.security.audience=" + Provider.AUDIENCE)) {
            String token = honest.token(honest.claims("anna"));
            assertThat(door.send(door.request(FrontDoor.ORDERS).header("Authorization", "Bearer " + token))
                            .statusCode())
                    .isEqualTo(503);
            assertThat(asked).hasValue(0);
        } finally {
            strange.stop(0);
        }
    }

    private static SSLContext serving(Path store) throws Exception {
        char[] password = "changeit".toCharArray();
        KeyStore keys = KeyStore.getInstance(store.toFile(), password);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A token of the right form, while the keys are answered so. */
    private void letsNobodyIn(Answer keys) {
        handle("/.well-known/openid-configuration", exchange -> {
            byte[] body = ("{\"issuer\":\"" + issuer() + "\",\"jwks_uri\":\"" + issuer()
                            + "/keys\",\"subject_types_supported\":[\"public\"]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        handle("/keys", keys);
        var claims = honest.claims("anna");
        claims.put("iss", issuer());
        String token = honest.token(claims);
        try (FrontDoor door = FrontDoor.open(
                "--ordertrail.security.issuer=" + issuer(), "--ordertrail.security.audience=" + Provider.AUDIENCE)) {
            long begin = System.nanoTime();
            HttpResponse<String> answer =
                    door.send(door.request(FrontDoor.ORDERS).header("Authorization", "Bearer " + token));
            assertThat(answer.statusCode()).as(answer.body()).isIn(401, 503);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(ProviderClient.PATIENCE.multipliedBy(3));
            assertThat(door.get("/problems").statusCode()).isEqualTo(200);
        }
    }

    private void handle(String path, Answer answer) {
        try {
            server.removeContext(path);
        } catch (IllegalArgumentException e) {
            // It is the first.
        }
        server.createContext(path, exchange -> {
            try {
                answer.to(exchange);
            } catch (IOException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
        });
    }
}
