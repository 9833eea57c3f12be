package io.ordertrail.command.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.axon.access.LocalMode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SandboxPropertiesTest {

    private static final LocalMode LOCAL = new LocalMode(true, true);
    private static final LocalMode SECURED = new LocalMode(false, true);

    @Test
    void finding_3_5_goods_for_a_token_are_had_only_of_a_local_service_or_by_name() {
        assertThat(enabled(null).isOpen(LOCAL)).isTrue();
        assertThat(enabled(null).isOpen(SECURED)).isFalse();
        assertThat(enabled(true).isOpen(SECURED)).isTrue();
        assertThat(enabled(false).isOpen(LOCAL)).isFalse();
    }

    private static SandboxProperties enabled(Boolean enabled) {
        return new SandboxProperties(enabled, Duration.ofSeconds(2));
    }
}
