package io.ordertrail.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.app.FrontDoor;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A local service answers this machine and its own pages, and no site from elsewhere in somebody's browser. */
class OwnMachineFilterTest {

    private static FrontDoor door;

    @BeforeAll
    static void open() {
        door = FrontDoor.open();
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.example",
                "shop.example:%d",
                "localhost.shop.example:%d",
                "127.0.0.1.shop.example:%d",
                "192.168.1.7:%d",
                "[fe80::1]:%d",
                "localhost.:%d",
                "1270.0.0.1"
            })
    void a_foreign_host_is_refused_whatever_is_asked(String host) {
        String named = host.formatted(door.port());
        for (String request : new String[] {"GET /api/v1/orders", "POST /api/v1/orders", "GET /actuator/health"}) {
            assertThat(ask(request, named, "")).as(request).contains("403").contains("FOREIGN_HOST");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:%d", "127.0.0.1:%d", "127.1.2.3", "[::1]:%d"})
    void this_machine_is_answered_under_all_its_names(String host) {
        assertThat(ask("GET /api/v1/orders", host.formatted(door.port()), "")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example",
                "null",
                "http://localhost",
                "http://localhost:1",
                "http://127.0.0.1:%d",
                "https://localhost:%d"
            })
    void a_page_of_another_origin_is_refused(String origin) {
        assertThat(ask("GET /api/v1/orders", host(), "Origin: " + origin.formatted(door.port()) + "\r\n"))
                .startsWith("HTTP/1.1 403")
                .contains("FOREIGN_SITE");
    }

    @Test
    void the_services_own_pages_are_answered() {
        assertThat(ask(
                        "GET /api/v1/orders",
                        host(),
                        "Origin: http://localhost:" + door.port() + "\r\nSec-Fetch-Site: same-origin\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(ask("GET /api/v1/orders", host(), "Sec-Fetch-Site: none\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, cross-site, no-cors, image, 403",
        "GET, cross-site, cors, empty, 403",
        "GET, same-site, cors, empty, 403",
        "POST, cross-site, navigate, document, 403",
        "GET, cross-site, navigate, iframe, 403",
        "GET, cross-site, navigate, document, 200"
    })
    void of_other_sites_a_link_may_be_followed_and_nothing_else(
            String method, String site, String mode, String dest, int status) {
        String headers =
                "Sec-Fetch-Site: %s\r\nSec-Fetch-Mode: %s\r\nSec-Fetch-Dest: %s\r\n".formatted(site, mode, dest);
        assertThat(ask(method + " /api/v1/orders", host(), headers)).startsWith("HTTP/1.1 " + status);
    }

    private static String host() {
        return "localhost:" + door.port();
    }

    /** With a host and headers that no client of Java's would send. */
    private static String ask(String request, String host, String headers) {
        String message = request + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\nContent-Length: 0\r\n"
                + headers + "\r\n";
        try (Socket socket = new Socket("127.0.0.1", door.port())) {
            socket.getOutputStream().write(message.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
