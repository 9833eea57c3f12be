package io.ordertrail.axon.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What looks after the database, whichever it is. */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {

    /**
     * What PostgreSQL refuses is logged without the rows, unless the URL says otherwise: they may hold personal data,
     * and an erasure reaches no log.
     */
    @Bean
    static BeanPostProcessor rowsStayOutOfLogs() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool
                        && Objects.toString(pool.getJdbcUrl(), "").startsWith("jdbc:postgresql:")) {
                    pool.addDataSourceProperty("logServerErrorDetail", "false");
                }
                return bean;
            }
        };
    }

    /**
     * What a killed process was doing is taken up at once where nobody else can be doing it. Elsewhere it takes as long
     * as its heartbeats are missed.
     */
    @Bean
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    SmartInitializingSingleton leftTasks(JdbcConnectionDetails database, JdbcClient jdbc, EventSchema migrated) {
        return () -> {
            if (database instanceof EmbeddedDatabase) {
                jdbc.sql("update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,"
                                + " version = version + 1 where picked = true")
                        .update();
            }
        };
    }

    @Bean
    DatabaseMemory databaseMemory(DataSource dataSource, ObjectProvider<StoreWriter> embedded) {
        return new DatabaseMemory(dataSource, embedded);
    }

    @Bean
    RepeatableWork repeatableWork(
            PlatformTransactionManager platform, JdbcConnectionDetails database, DataSource dataSource) {
        return new RepeatableWork(platform, database, dataSource);
    }

    @Bean
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    DatabaseWatch databaseWatch(JdbcConnectionDetails database) {
        return new DatabaseWatch(database, new ProcessExit(DatabaseWatch.EXIT_CODE));
    }
}
