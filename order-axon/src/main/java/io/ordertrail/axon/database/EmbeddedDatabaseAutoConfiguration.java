package io.ordertrail.axon.database;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
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

    @Bean
    static WrittenDataSources writtenDataSources(ObjectProvider<StoreWriter> writer) {
        return new WrittenDataSources(writer);
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
