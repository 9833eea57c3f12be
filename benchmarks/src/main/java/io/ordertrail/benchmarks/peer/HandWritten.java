package io.ordertrail.benchmarks.peer;

import io.ordertrail.benchmarks.machine.PlainJdbc;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * An event store by hand: Spring MVC, and three statements in one transaction. It appends what the service appends, and
 * does nothing of what the service does beside it.
 */
@SpringBootConfiguration
@RestController
@Web
public class HandWritten {

    private final PlainJdbc database;

    HandWritten(PlainJdbc database) {
        this.database = database;
    }

    public static void main(String[] arguments) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SpringApplication.run(HandWritten.class, arguments);
    }

    @PostMapping("/api/v1/orders")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> place(@RequestBody PlacedOrder order) throws SQLException {
        order.check();
        Object id = database.insert();
        return Map.of("id", id, "number", id, "lines", order.lines(), "total", order.expectedTotal());
    }

    @GetMapping("/actuator/health/readiness")
    String ready() {
        return "UP";
    }

    @Bean
    static PlainJdbc database(Environment environment) throws SQLException {
        return PlainJdbc.on(environment.getRequiredProperty("spring.datasource.url"), "postgres");
    }
}
