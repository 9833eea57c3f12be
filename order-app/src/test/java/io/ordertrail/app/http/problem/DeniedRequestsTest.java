package io.ordertrail.app.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ordertrail.axon.access.NetworkAddresses;
import io.ordertrail.axon.audit.AuditLog;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;

/** What is written down of a request that was denied. */
@ExtendWith(OutputCaptureExtension.class)
class DeniedRequestsTest {

    private static final String SECRET = "otk_abcdefgh0123456789abcdef0123456789ABCDEFx1Y2z3";

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final DeniedRequests denied = denied();

    private DeniedRequests denied() {
        beans.registerSingleton("meters", meters);
        return new DeniedRequests(
                beans.getBeanProvider(MeterRegistry.class),
                beans.getBeanProvider(AuditLog.class),
                beans.getBeanProvider(NetworkAddresses.class));
    }

    private static MockHttpServletRequest request(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setQueryString("q=Zebulon&key=" + SECRET);
        request.addHeader("Authorization", "Bearer " + SECRET);
        request.setRemoteAddr("203.0.113.7");
        return request;
    }

    private void tell(Rejected no, MockHttpServletRequest request) {
        denied.tell(Problems.of(no, request), request, true);
    }

    private double counted(String code) {
        return meters.get("ordertrail.denied").tag("code", code).counter().count();
    }

    private static List<String> lines(CapturedOutput log) {
        return log.getOut().lines().filter(line -> line.contains("Denied (")).toList();
    }

    @Test
    void a_denial_is_counted_and_written_down_with_whom_and_from_where(CapturedOutput log) {
        MockHttpServletRequest request = request("/api/v1/orders");
        new Identity("anna", List.of("SUPPORT"), "token:t-1", null).putInto(request);
        tell(Rejected.unauthorized("no"), request);
        tell(Rejected.foreignHost(), request("/api/v1/orders"));
        assertThat(lines(log)).hasSize(2);
        assertThat(lines(log).get(0)).contains("Denied (UNAUTHORIZED): GET /api/v1/orders by anna from 203.0.113.7");
        assertThat(counted("UNAUTHORIZED")).isEqualTo(1);
        assertThat(counted("FOREIGN_HOST")).isEqualTo(1);
    }

    @Test
    void what_is_wrong_otherwise_is_no_denial(CapturedOutput log) {
        tell(Rejected.stale(null), request("/api/v1/orders"));
        assertThat(lines(log)).isEmpty();
        assertThat(meters.find("ordertrail.denied").counter()).isNull();
    }

    @Test
    void who_sends_too_many_is_counted_and_does_not_fill_the_log(CapturedOutput log) {
        tell(Rejected.tooMany("no", Duration.ofSeconds(1)), request("/api/v1/orders"));
        assertThat(lines(log)).isEmpty();
        assertThat(counted("TOO_MANY_REQUESTS")).isEqualTo(1);
    }

    @Test
    void no_line_has_a_secret_or_what_was_searched(CapturedOutput log) {
        tell(Rejected.unauthorized("no"), request("/api/v1/guest/orders/" + SECRET));
        assertThat(lines(log)).singleElement().asString().contains("/api/v1/guest/orders/…");
        assertThat(log.getOut()).doesNotContain(SECRET, "Zebulon", "Bearer");
    }

    @Test
    void nothing_that_a_caller_sends_makes_another_line(CapturedOutput log) {
        String forged = "x\r\n2026-12-01T00:00:00Z  INFO Denied (NOTHING): all is well\u2028\u0085\u001b[2J";
        MockHttpServletRequest request = request("/api/v1/" + forged);
        request.setMethod("GE\nT");
        request.addHeader(Caller.ACTOR_HEADER, "local" + forged);
        tell(Rejected.unauthorized("no"), request);
        assertThat(lines(log)).singleElement().asString().contains("Denied (UNAUTHORIZED): GE?T /api/v1/x??2026");
        assertThat(log.getOut().lines()).noneMatch(line -> line.startsWith("2026-12-01T00:00:00Z"));
        assertThat(log.getOut()).doesNotContain("\u2028", "\u0085", "\u001b[2J");
    }
}
