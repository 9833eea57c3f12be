package io.ordertrail.app.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.ordertrail.app.access.Bearers;
import io.ordertrail.axon.lifecycle.ShutdownStep;
import io.ordertrail.axon.thread.UninterruptedPool;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The beans of streams. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(StreamProperties.class)
class LiveConfiguration {

    /** They never wait: for an event, for a turn to read only, and for no client. */
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

    @Bean
    Streams streams(StreamProperties settings, JsonMapper json, Bearers bearers, ObjectProvider<MeterRegistry> meters) {
        Streams streams = new Streams(settings, json, bearers, UninterruptedPool.fixed(THREADS, "streams"));
        meters.ifAvailable(registry -> Gauge.builder("ordertrail.streams.open", streams, Streams::size)
                .description("Clients that look on")
                .register(registry));
        return streams;
    }

    @Bean
    ShutdownStep streamsEnd(Streams streams) {
        return new ShutdownStep(ShutdownStep.Turn.STREAMS, streams::end);
    }
}
