package io.ordertrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.command.order.OrderConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** That it is there when it is not switched off shows wherever the module is started. */
class OrderCommandAutoConfigurationTest {

    @Test
    void the_write_side_can_be_switched_off() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(OrderCommandAutoConfiguration.class))
                .withPropertyValues("ordertrail.command.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(OrderConfiguration.class));
    }
}
