package io.ordertrail.axon.database;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.PriorityOrdered;

/** Makes the data source a {@link WrittenDataSource}, before anybody else looks at it. */
final class WrittenDataSources implements BeanPostProcessor, PriorityOrdered {

    private final ObjectProvider<StoreWriter> writer;

    WrittenDataSources(ObjectProvider<StoreWriter> writer) {
        this.writer = writer;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource target ? new WrittenDataSource(target, writer.getObject()) : bean;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
