package io.ordertrail.query.projection;

import io.ordertrail.axon.ErrorWatch;
import io.ordertrail.axon.Schema;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts together what projects: an event processor for each read model there is, and what can be asked of them. */
@Configuration(proxyBeanMethods = false)
public class Projecting {

    @Bean
    Arrivals arrivals() {
        return new Arrivals();
    }

    @Bean
    ReplayLog replayLog(DataSource dataSource, JdbcClient jdbc, Clock clock) {
        // Before the first processor looks into a table of ours.
        Schema.migrate(dataSource, "read");
        return new ReplayLog(jdbc, clock);
    }

    @Bean
    Positions positions(JdbcClient jdbc, Serializer serializer, EventStore events) {
        return new Positions(jdbc, serializer, events);
    }

    @Bean
    ConfigurerModule projections(
            List<ReadModel<?>> models,
            @Value("${ordertrail.processors.auto-start}") boolean autoStart,
            PlatformTransactionManager transactions,
            Arrivals arrivals,
            ReplayLog replays,
            ProjectionErrors errors) {
        return configurer -> models.forEach(
                model -> new Projection(model, autoStart, transactions, arrivals, replays, errors.of(model.name()))
                        .configureModule(configurer));
    }

    @Bean
    ProjectionErrors projectionErrors(List<ReadModel<?>> models, Clock clock) {
        return new ProjectionErrors(
                models.stream().collect(Collectors.toMap(ReadModel::name, model -> new ErrorWatch(clock))));
    }

    /** One watch for each projection, by its name. */
    record ProjectionErrors(Map<String, ErrorWatch> watches) {

        ErrorWatch of(String projection) {
            return Objects.requireNonNull(watches.get(projection), projection);
        }
    }

    /** Its name in the health of the node. */
    @Bean("projectionsHealthIndicator")
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    ProjectionHealth projectionHealth(
            ProjectionDesk desk,
            ProjectionErrors errors,
            @Value("${ordertrail.processors.unhealthy-after}") Duration bound) {
        return new ProjectionHealth(desk, errors.watches(), bound);
    }

    @Bean
    ProjectionDesk projectionDesk(
            org.axonframework.config.Configuration axon,
            List<ReadModel<?>> models,
            ReplayLog replays,
            Positions positions) {
        return new ProjectionDesk(axon, models.stream().map(ReadModel::name).toList(), replays, positions);
    }
}
