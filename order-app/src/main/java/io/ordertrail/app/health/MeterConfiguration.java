package io.ordertrail.app.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.ordertrail.axon.lifecycle.ShutdownStep;
import io.ordertrail.axon.message.Dispatch;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what measures. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MeterProperties.class)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
class MeterConfiguration {

    @Bean
    MeterReader meterReader(Dispatch dispatch, MeterRegistry registry, MeterProperties settings) {
        return new MeterReader(dispatch, registry, settings.refresh());
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
