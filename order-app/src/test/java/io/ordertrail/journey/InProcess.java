package io.ordertrail.journey;

import io.ordertrail.app.OrderApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service in this process, on a free port of the loopback address. */
record InProcess(ConfigurableApplicationContext context, String url) implements AutoCloseable {

    static InProcess start(List<String> settings, Class<?>... more) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0"));
        settings.forEach(setting -> arguments.add("--" + setting));
        ConfigurableApplicationContext context = new SpringApplicationBuilder(OrderApp.class)
                .sources(more)
                .registerShutdownHook(false)
                .run(arguments.toArray(String[]::new));
        String port = context.getEnvironment().getProperty("local.server.port");
        return new InProcess(context, "http://127.0.0.1:" + port);
    }

    static Path newDataDir() {
        try {
            return Files.createTempDirectory(Path.of("target"), "data-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
