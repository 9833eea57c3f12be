package io.ordertrail.axon.process.step;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.time.Duration;
import org.mockito.Mockito;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.JdbcTemplate;

/** Has steps wait for nobody's thread: whoever simulates sends them. */
public final class SleepingWaker implements BeanPostProcessor, BeanFactoryAware {

    private static final Duration NEVER = Duration.ofDays(1000);

    private BeanFactory beans;

    @Override
    public void setBeanFactory(BeanFactory factory) {
        beans = factory;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof Waker)) {
            return bean;
        }
        Scheduler nobody = Mockito.mock(
                Scheduler.class,
                Mockito.withSettings()
                        .stubOnly()
                        .defaultAnswer(
                                call -> call.getMethod().getReturnType() == boolean.class ? Boolean.TRUE : null));
        return new Waker(
                () -> nobody,
                beans.getBean(JdbcTemplate.class),
                beans.getBean(StepTable.class),
                beans.getBean(Clock.class),
                NEVER);
    }
}
