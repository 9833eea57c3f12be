package io.ordertrail.app.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.ordertrail.axon.lifecycle.ShutdownStep;
import io.ordertrail.axon.message.Dispatch;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what measures. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
class MeterConfiguration {

    @Bean
    MeterReader meterReader(
            Dispatch dispatch, MeterRegistry registry, @Value("${ordertrail.metrics.refresh}") Duration every) {
        return new MeterReader(dispatch, registry, every);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> metersBegin(MeterReader reader) {
        return ready -> reader.begin();
    }

    @Bean
    ShutdownStep metersEnd(MeterReader reader) {
        return new ShutdownStep(ShutdownStep.Turn.WORK, reader::end);
    }
}
