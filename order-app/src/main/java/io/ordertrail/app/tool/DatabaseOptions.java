package io.ordertrail.app.tool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which database a tool opens by itself, beside no service. */
public final class DatabaseOptions {

    @Option(
            names = "--data-dir",
            scope = ScopeType.INHERIT,
            description = "Folder of the embedded database. Default: ./data")
    private Path dataDir = Path.of("data");

    @Option(
            names = "--jdbc-url",
            scope = ScopeType.INHERIT,
            description = "Another database instead, like jdbc:postgresql://localhost/ordertrail")
    private @Nullable String jdbcUrl;

    @Option(
            names = "--user",
            scope = ScopeType.INHERIT,
            description = "Its user. The password comes from SPRING_DATASOURCE_PASSWORD.")
    private @Nullable String user;

    /** Whether it is the embedded one, in {@link #dataDir}. */
    public boolean isEmbedded() {
        return jdbcUrl == null;
    }

    public Path dataDir() {
        return dataDir;
    }

    /** The rooms of {@code service} over the database, none of which works by itself. */
    public ConfigurableApplicationContext open(Class<?> service) {
        return new SpringApplicationBuilder(service)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(settings());
    }

    /**
     * For a Spring application that only opens the database, and works on nothing: arguments, because they come before
     * every file and environment variable.
     *
     * @param more of the tool's own
     */
    public String[] settings(String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--ordertrail.processors.auto-start=false",
                // Only the service acts on due deadlines, and deletes answers that are old enough to forget.
                "--db-scheduler.enabled=false",
                "--logging.level.root=error",
                // The reason why it does not start is one line of ours instead of a page of the framework.
                "--logging.level.org.springframework.boot=off",
                "--ordertrail.data-dir=" + dataDir.toAbsolutePath()));
        settings.addAll(List.of(more));
        // Named even so, because an environment variable may name another.
        settings.add("--spring.datasource.url=" + Objects.requireNonNullElse(jdbcUrl, "embedded"));
        if (user != null) {
            settings.add("--spring.datasource.username=" + user);
        }
        return settings.toArray(String[]::new);
    }
}
