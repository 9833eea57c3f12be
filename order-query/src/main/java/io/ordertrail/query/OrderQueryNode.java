package io.ordertrail.query;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The read side as a process of its own, over Axon Server. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class OrderQueryNode {

    /**
     * Reads {@code order-query.yml}: an application.yml in this jar would meet the front door's where both run
     * together.
     */
    public static void main(String[] arguments) {
        new SpringApplicationBuilder(OrderQueryNode.class)
                .properties("spring.config.name=order-query")
                .run(arguments);
    }
}
