package io.ordertrail.simulation;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import io.ordertrail.axon.process.step.SleepingWaker;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The service without anything that works by itself, over H2 in memory. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class SimulatedService {

    /** @param name of the database */
    public static ConfigurableApplicationContext start(String name) {
        return new SpringApplicationBuilder(SimulatedService.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                // As arguments, which come before what the service's own files say.
                .run(
                        "--spring.config.name=order-command",
                        "--spring.datasource.url=jdbc:h2:mem:" + name
                                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=512"
                                + ";TIME ZONE=UTC",
                        "--spring.datasource.username=sa",
                        "--spring.datasource.password=",
                        "--ordertrail.processors.auto-start=false",
                        "--ordertrail.payment.sandbox.enabled=false",
                        "--ordertrail.snapshots.every=1000000",
                        "--spring.main.keep-alive=false",
                        "--logging.level.root=error",
                        "--logging.level.io.ordertrail=error",
                        "--logging.level.org.axonframework=error");
    }

    @Bean
    SimulatedClock clock() {
        return new SimulatedClock();
    }

    @Bean
    Bank bank() {
        return new Bank();
    }

    @Bean
    static SleepingWaker sleepingWaker() {
        return new SleepingWaker();
    }

    @Bean
    @Primary
    SimulatedCommands stepsAtOnce() {
        return new SimulatedCommands();
    }

    /** Nobody starts the scheduler: its rows are all that is used of it. */
    @Bean
    DbSchedulerStarter nobody() {
        return () -> {};
    }
}
