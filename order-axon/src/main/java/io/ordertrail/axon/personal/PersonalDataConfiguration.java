package io.ordertrail.axon.personal;

import com.zaxxer.hikari.HikariDataSource;
import io.ordertrail.axon.access.ServiceSecrets;
import io.ordertrail.axon.database.DatabaseMemory;
import io.ordertrail.axon.database.RepeatableWork;
import io.ordertrail.axon.database.SchemaMigration;
import io.ordertrail.axon.unknown.UnknownEvents;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Personal data, its encryption and its keys. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PersonalDataProperties.class)
public class PersonalDataConfiguration {

    /**
     * Mostly views have forgotten by the first; where they were behind, by the second; on a busy machine by the last.
     */
    private static final List<Duration> UNTIL_VIEWS_FORGET =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(60));

    /**
     * Where the keys are.
     *
     * @param migrated the tables beside the events are there
     */
    @Bean(destroyMethod = "close")
    KeyDatabase keyDatabase(
            PersonalDataProperties settings,
            DataSource events,
            PlatformTransactionManager transactions,
            EventSchema migrated) {
        if (settings.keys().url() == null) {
            return new KeyDatabase(events, transactions, () -> {});
        }
        KeyDatabase database = KeyDatabase.of(settings.keys());
        SchemaMigration.migrateKeys(database.dataSource());
        return database;
    }

    @Bean
    MasterKeys masterKeys(PersonalDataProperties settings, ServiceSecrets secrets) {
        return MasterKeys.of(settings, secrets);
    }

    @Bean
    PersonalKeys personalKeys(
            KeyDatabase database,
            MasterKeys masters,
            PersonalDataProperties settings,
            RepeatableWork repeatable,
            @Value("${axon.axonserver.enabled}") boolean eventsElsewhere,
            Clock clock) {
        Consumer<Runnable> onTheDisk = onTheDisk(database);
        // Beside the events a key is on the disk before the first of them that needs it, without waiting for that.
        boolean isBesideTheEvents = settings.keys().url() == null && !eventsElsewhere;
        return new PersonalKeys(
                JdbcClient.create(database.dataSource()),
                isBesideTheEvents ? repeatable::apart : onTheDisk,
                onTheDisk,
                masters,
                settings.erasedIfUnreadable(),
                clock);
    }

    private static Consumer<Runnable> onTheDisk(KeyDatabase database) {
        TransactionTemplate durable = new TransactionTemplate(database.transactions());
        durable.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return work -> durable.executeWithoutResult(status -> work.run());
    }

    @Bean
    ServiceKeys serviceKeys(KeyDatabase database, MasterKeys masters) {
        return new ServiceKeys(JdbcClient.create(database.dataSource()), onTheDisk(database), masters);
    }

    @Bean
    ServiceSignature serviceSignature(ServiceKeys keys) {
        return new ServiceSignature(keys);
    }

    @Bean
    PersonalCipher personalCipher(PersonalKeys keys, ObjectProvider<EventStore> events) {
        // The store itself needs the cipher.
        return new PersonalCipher(keys, new DataSubjects(id -> first(events.getObject(), id)));
    }

    private static Optional<Object> first(EventStore events, String id) {
        DomainEventStream stream = events.readEvents(id, 0);
        return stream.hasNext() ? Optional.of(UnknownEvents.known(stream.next(), Object.class)) : Optional.empty();
    }

    @Bean
    ErasedMemory erasedMemory(DatabaseMemory memory) {
        return new ErasedMemory(memory, UNTIL_VIEWS_FORGET);
    }

    @Bean
    SmartInitializingSingleton eventEncryption(
            EventStore events,
            PersonalCipher cipher,
            Serializer serializer,
            PersonalMetadata metadata,
            ErasedMemory memory) {
        return () -> {
            events.registerDispatchInterceptor(new EventEncryption(cipher, serializer, metadata));
            events.subscribe(memory::stored);
            memory.clearSoon();
        };
    }

    /** Also for who only looks, such as the verify command. */
    @Bean
    MasterKeyCheck masterKeyCheck(
            KeyDatabase database,
            MasterKeys masters,
            ServiceSecrets secrets,
            PersonalDataProperties settings,
            DataSource events,
            @Value("${axon.axonserver.enabled}") boolean eventsElsewhere,
            @Value("${ordertrail.processors.auto-start}") boolean mayChange) {
        MasterKeyCheck check = new MasterKeyCheck(
                JdbcClient.create(database.dataSource()),
                masters,
                eventsElsewhere ? null : new SealedEvents(JdbcClient.create(events)),
                settings.erasedIfUnreadable());
        if (mayChange) {
            check.isTheSame(secrets);
        }
        check.canBeRead();
        return check;
    }

    @Bean
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    KeyRenewal keyRenewal(KeyDatabase database, MasterKeys masters, ServiceKeys ofTheService) {
        return new KeyRenewal(JdbcClient.create(database.dataSource()), masters, ofTheService);
    }

    /** The database of keys, and how to close it. */
    record KeyDatabase(DataSource dataSource, PlatformTransactionManager transactions, Runnable end)
            implements AutoCloseable {

        private static final int CONNECTIONS = 4;

        static KeyDatabase of(PersonalDataProperties.Keys settings) {
            HikariDataSource pool = new HikariDataSource();
            pool.setPoolName("keys");
            pool.setMaximumPoolSize(CONNECTIONS);
            pool.setJdbcUrl(settings.url());
            pool.setUsername(settings.username());
            pool.setPassword(settings.password());
            return new KeyDatabase(pool, new JdbcTransactionManager(pool), pool::close);
        }

        @Override
        public void close() {
            end.run();
        }
    }
}
