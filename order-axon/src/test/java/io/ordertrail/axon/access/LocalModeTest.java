package io.ordertrail.axon.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class LocalModeTest {

    private static final String ADDRESS = "server.address";
    private static final String MODE = "ordertrail.security.mode";
    private static final String ISSUER = "ordertrail.security.issuer";

    @Test
    void a_service_that_others_can_reach_is_never_local() {
        assertThat(isLocal(false, ADDRESS, "127.0.0.1")).isTrue();
        assertThat(isLocal(false, ADDRESS, "::1")).isTrue();
        assertThat(isLocal(false, ADDRESS, "0.0.0.0")).isFalse();
        assertThat(isLocal(false, ADDRESS, "192.168.1.7")).isFalse();
        assertThat(isLocal(false, "server.port", "8080")).as("all addresses").isFalse();
        assertThat(isLocal(false, ADDRESS, "0.0.0.0", MODE, "local")).isFalse();
    }

    @Test
    void on_its_own_machine_it_is_local_until_there_is_a_key_or_an_issuer_unless_settings_say_what_it_is() {
        assertThat(isLocal(true, ADDRESS, "127.0.0.1")).isFalse();
        assertThat(isLocal(false, ADDRESS, "127.0.0.1", ISSUER, "https://id.example"))
                .isFalse();
        assertThat(isLocal(false, ADDRESS, "127.0.0.1", MODE, "secured")).isFalse();
        assertThat(isLocal(true, ADDRESS, "127.0.0.1", ISSUER, "https://id.example", MODE, "LOCAL"))
                .isTrue();
    }

    private static boolean isLocal(boolean anyKey, String... settings) {
        Map<String, Object> named = new HashMap<>();
        for (int n = 0; n < settings.length; n += 2) {
            named.put(settings[n], settings[n + 1]);
        }
        StandardEnvironment environment = new StandardEnvironment();
        environment.setConversionService(new ApplicationConversionService());
        environment.getPropertySources().addFirst(new MapPropertySource("named", named));
        return LocalMode.of(environment, anyKey).isOn();
    }
}
