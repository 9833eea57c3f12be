package io.ordertrail.command.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.mock.env.MockEnvironment;

class SandboxConditionTest {

    @Test
    void finding_3_5_goods_for_a_token_are_had_only_on_the_own_machine_or_by_name() {
        assertThat(isOn("server.address", "127.0.0.1")).isTrue();
        assertThat(isOn("server.address", "::1")).isTrue();
        assertThat(isOn("server.address", "0.0.0.0")).isFalse();
        assertThat(isOn("server.address", "192.168.1.7")).isFalse();
        assertThat(isOn("server.port", "8080")).as("all addresses").isFalse();
        assertThat(isOn("server.address", "0.0.0.0", "ordertrail.payment.sandbox.enabled", "true"))
                .isTrue();
        assertThat(isOn("server.address", "127.0.0.1", "ordertrail.payment.sandbox.enabled", "false"))
                .isFalse();
    }

    private static boolean isOn(String... settings) {
        MockEnvironment environment = new MockEnvironment();
        environment.setConversionService(new ApplicationConversionService());
        for (int n = 0; n < settings.length; n += 2) {
            environment.setProperty(settings[n], settings[n + 1]);
        }
        return SandboxCondition.isOn(environment);
    }
}
