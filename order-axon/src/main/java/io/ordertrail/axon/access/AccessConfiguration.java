package io.ordertrail.axon.access;

import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys of programs, what is withdrawn of people, and who may send what. */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {

    /** @param migrated its tables are there */
    @Bean
    ApiKeys apiKeys(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock, EventSchema migrated) {
        return new ApiKeys(jdbc, new TransactionTemplate(transactions), clock);
    }

    /** @param migrated its table is there */
    @Bean
    TokenWithdrawals tokenWithdrawals(JdbcClient jdbc, Clock clock, EventSchema migrated) {
        return new TokenWithdrawals(jdbc, clock);
    }

    /** @param migrated its table is there */
    @Bean
    ServiceSecrets serviceSecrets(JdbcClient jdbc, EventSchema migrated) {
        return new ServiceSecrets(jdbc);
    }

    /** @param keys are there where this node has a database */
    @Bean
    LocalMode localMode(Environment settings, ObjectProvider<ApiKeys> keys) {
        return LocalMode.of(settings, keys.stream().anyMatch(ApiKeys::isAny));
    }

    @Bean
    AccessControl accessControl() {
        return new AccessControl(AccessTable.load());
    }
}
