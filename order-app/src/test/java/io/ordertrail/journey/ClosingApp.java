package io.ordertrail.journey;

import io.ordertrail.app.OrderApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The service, whose embedded database is closed under it as soon as there is a file {@code close-now} in its data
 * folder.
 */
public final class ClosingApp {

    static final String SIGN = "close-now";

    private ClosingApp() {}

    public static void main(String... arguments) throws Exception {
        ConfigurableApplicationContext started = new SpringApplicationBuilder(OrderApp.class).run(arguments);
        Path folder = Path.of(started.getEnvironment().getRequiredProperty("ordertrail.data-dir"));
        try (WatchService files = FileSystems.getDefault().newWatchService()) {
            folder.register(files, StandardWatchEventKinds.ENTRY_CREATE);
            while (!Files.exists(folder.resolve(SIGN))) {
                files.take().reset();
            }
        }
        started.getBean(JdbcClient.class).sql("shutdown immediately").update();
    }

    /** Gives the sign to the service of {@code folder}. */
    static void close(Path folder) {
        try {
            Files.createFile(folder.resolve(SIGN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
