package io.ordertrail.command;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The write side as a process of its own, for a set-up over Axon Server. Settings: {@code order-command.yml}. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class OrderCommandNode {

    public static void main(String[] args) {
        new SpringApplicationBuilder(OrderCommandNode.class)
                // application.yml is the front door's, which has this module on its class path.
                .properties("spring.config.name=order-command")
                .web(WebApplicationType.NONE)
                .run(args);
    }
}
