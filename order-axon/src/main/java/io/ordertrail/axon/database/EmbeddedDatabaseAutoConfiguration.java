package io.ordertrail.axon.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/** The embedded database, known before the data source is made. */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@EnableConfigurationProperties({DataProperties.class, EmbeddedDatabaseProperties.class})
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
public class EmbeddedDatabaseAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    JdbcConnectionDetails embeddedDatabase(DataProperties data) {
        return new EmbeddedDatabase(data.dataDir());
    }

    @Bean
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    FileCompaction fileCompaction(JdbcConnectionDetails database, EmbeddedDatabaseProperties embedded) {
        return new FileCompaction(database, embedded.copyUpTo());
    }

    @Bean
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    PageCompaction pageCompaction(JdbcConnectionDetails database, StoreWriter writer) {
        return new PageCompaction(database, writer);
    }

    @Bean
    StoreWriter storeWriter() {
        return new StoreWriter();
    }

    /** All who use the data source have their commits written by {@link StoreWriter}. */
    @Bean
    static BeanPostProcessor commitsAreWritten(ObjectProvider<StoreWriter> writer) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new WrittenDataSource(pool, writer.getObject()) : bean;
            }
        };
    }

    /** So that the compaction comes after it, with nobody else in the file. */
    @Bean
    static BeanFactoryPostProcessor dataSourceIsClosedFirst() {
        return factory -> {
            if (factory.containsBeanDefinition("dataSource") && factory.containsBeanDefinition("fileCompaction")) {
                factory.getBeanDefinition("dataSource").setDependsOn("fileCompaction");
            }
        };
    }
}
