package io.ordertrail.axon.message;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.ordertrail.axon.access.AccessControl;
import io.ordertrail.axon.access.NetworkAddresses;
import io.ordertrail.axon.access.ServiceSecrets;
import io.ordertrail.axon.audit.AuditLog;
import io.ordertrail.axon.audit.MessageAudit;
import io.ordertrail.axon.commit.CommandTransactions;
import io.ordertrail.axon.database.RepeatableWork;
import io.ordertrail.axon.personal.PersonalCipher;
import io.ordertrail.axon.personal.PersonalDataProperties;
import io.ordertrail.axon.personal.PersonalMetadata;
import io.ordertrail.axon.read.ReadProperties;
import io.ordertrail.axon.read.ReadTurns;
import io.ordertrail.axon.serialization.NamedTypesSerializer;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Commands, queries and the buses that carry them. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IdempotencyProperties.class, ReadProperties.class})
public class MessageConfiguration {

    @Bean
    CorrelationDataProvider correlation() {
        return new Correlation();
    }

    @Bean
    MessageNames messageNames() {
        return new MessageNames();
    }

    /** Axon registers it, and what follows, on the command bus by their type. */
    @Bean
    @Order(-1)
    CommandAccess commandAccess(AccessControl control) {
        return new CommandAccess(control);
    }

    /** A refusal for a fault is kept as well. */
    @Bean
    @Order(0)
    IdempotencyStore idempotencyStore(
            JdbcClient jdbc,
            TransactionManager transactions,
            NamedTypesSerializer serializer,
            ObjectProvider<EventStore> events,
            PersonalCipher cipher,
            Clock clock,
            EventSchema migrated) {
        return new IdempotencyStore(jdbc, transactions, serializer.getObjectMapper(), events::getObject, cipher, clock);
    }

    /** Who guesses a whole request right could know it again by its hash. */
    @Bean
    PersonalMetadata requestHashes() {
        return new PersonalMetadata(MetaKeys.REQUEST_HASH);
    }

    @Bean
    @Order(1)
    CommandValidation commandValidation() {
        return new CommandValidation();
    }

    @Bean
    CommandTimes commandTimes() {
        return new CommandTimes();
    }

    @Bean
    @Qualifier("localSegment")
    LocalCommandBus commandBus(
            TransactionManager transactions,
            RepeatableWork repeatable,
            PlatformTransactionManager platform,
            ObjectProvider<ConnectionProvider> connections,
            Configuration axon,
            AuditLog audit,
            CommandTimes times,
            DuplicateCommandHandlerResolver duplicateHandlers) {
        ConnectionProvider ofAxon = connections.getIfAvailable();
        CommandTransactions ofCommands = new CommandTransactions(transactions, platform, ofAxon);
        LocalCommandBus bus = new LocalCommandBus(
                SimpleCommandBus.builder()
                        .transactionManager(ofCommands)
                        .duplicateCommandHandlerResolver(duplicateHandlers)
                        .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                        .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus")),
                ofCommands,
                new CommandTransactions(repeatable.transactions(), platform, ofAxon),
                times);
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        bus.registerHandlerInterceptor(MessageAudit.ofCommands(audit));
        return bus;
    }

    @Bean
    NetworkAddresses networkAddresses(ObjectProvider<ServiceSecrets> secrets, PersonalDataProperties personal) {
        return new NetworkAddresses(secrets::getObject, personal.hashAddresses());
    }

    @Bean
    Dispatch dispatch(
            CommandBus commands,
            QueryBus queries,
            DataSource dataSource,
            ReadProperties reads,
            PersonalDataProperties personal,
            NetworkAddresses addresses,
            AccessControl control,
            AuditLog audit) {
        commands.registerDispatchInterceptor(MessageNames.commands());
        commands.registerDispatchInterceptor(new AddressHash(addresses));
        queries.registerDispatchInterceptor(MessageNames.queries());
        queries.registerHandlerInterceptor(new RefusalCarrier());
        queries.registerHandlerInterceptor(MessageAudit.ofQueries(audit, addresses));
        queries.registerHandlerInterceptor(new QueryAccess(control));
        if (personal.logAccess()) {
            queries.registerHandlerInterceptor(new PersonalDataLog());
        }
        queries.registerHandlerInterceptor(new ReadLimit(dataSource));
        return new Dispatch(
                commands,
                queries,
                new ReadTurns(reads.atOnce(), Dispatch.READ),
                new ReadTurns(reads.ofManyAtOnce(), Dispatch.READ));
    }

    @Bean
    RecurringTask<Void> forgetOldAnswers(IdempotencyStore answers, Clock clock, IdempotencyProperties settings) {
        return Tasks.recurring("forget-old-answers", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((instance, context) ->
                        answers.forgetBefore(clock.instant().minus(settings.keep())));
    }
}
