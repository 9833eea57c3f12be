package io.ordertrail.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service in one process: REST, the write side and the read side; or one of the command line tools. */
@SpringBootApplication
public class OrderApp {

    /**
     * Starts the service, unless the arguments are for a tool. Other arguments are Spring's: {@code --server.port=…}.
     */
    public static void main(String[] args) {
        if (CommandLineTools.areMeantBy(args)) {
            System.exit(CommandLineTools.run(args));
        }
        SpringApplication.run(OrderApp.class, args);
    }
}
