package io.ordertrail.app.keys;

import io.ordertrail.api.access.KeyCommand;
import io.ordertrail.app.tool.DatabaseOptions;
import io.ordertrail.axon.access.ApiKey;
import io.ordertrail.axon.access.ApiKeys;
import io.ordertrail.axon.access.Grants;
import io.ordertrail.axon.access.KeyText;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Makes, lists, rolls and withdraws API keys, in the database itself: who may use that may do everything anyway. Exit
 * code 0: done; 1: there is no such key, or the name is taken; 2: the database could not be opened, or the command not
 * be understood.
 */
@Command(
        name = "keys",
        description = "API keys of the programs that may come in (docs/how-to/secure-it.md).",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Keys implements Runnable {

    private final Class<?> service;

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Spec
    private @Nullable CommandSpec spec;

    /** @param service whose database it is */
    public Keys(Class<?> service) {
        this.service = service;
    }

    @Override
    public void run() {
        spec().commandLine().usage(out());
    }

    @Command(description = "Makes a key and shows it, once.", mixinStandardHelpOptions = true)
    int create(
            @Option(names = "--name", required = true, description = "Of the program, for people.") String name,
            @Option(names = "--role", required = true, split = ",", description = "What it may do, like INTEGRATION.")
                    List<String> roles,
            @Option(
                            names = "--grant",
                            description = "What it is good for, where that is less than its roles allow:"
                                    + " order=read,stock=write. Default: all that its roles allow")
                    @Nullable
                    String grant,
            @Option(names = "--days", description = "How long it is accepted. Default: 90") @Nullable Integer days) {
        check(name.matches(KeyCommand.NAME), "--name must be 1 to 100 letters, digits, spaces or ._:@+-");
        for (String role : roles) {
            check(role.matches(KeyCommand.ROLE), "--role must be one of " + KeyCommand.ROLE.replace("|", ", "));
        }
        check(grant == null || grant.matches(KeyCommand.GRANTS), "--grant must be like order=read,stock=write");
        Grants grants = grant == null ? null : Grants.read(grant);
        Duration life = life(days);
        return withKeys(keys -> {
            try {
                show(keys.create(name, roles, grants, life), life);
                return ExitCode.OK;
            } catch (ApiKeys.NameTaken e) {
                err().println("keys: " + e.getMessage());
                return ExitCode.SOFTWARE;
            }
        });
    }

    @Command(description = "Lists all keys, without what is secret of them.", mixinStandardHelpOptions = true)
    int list() {
        return withKeys(keys -> {
            Instant now = Instant.now();
            out().printf(
                            "%-8s  %-9s  %-10s  %-16s  %-7s  %s%n",
                            "ID", "STATE", "EXPIRES", "LAST USED", "SECRETS", "NAME, ROLES, GRANTS");
            for (ApiKey key : keys.all()) {
                out().printf(
                                "%-8s  %-9s  %-10s  %-16s  %-7d  %s, %s%n",
                                key.id(),
                                key.state(now).name().toLowerCase(Locale.ROOT),
                                key.expiresAt()
                                        .truncatedTo(ChronoUnit.DAYS)
                                        .toString()
                                        .substring(0, 10),
                                key.lastUsedAt() == null
                                        ? "never"
                                        : key.lastUsedAt().toString().substring(0, 16),
                                key.secrets(),
                                key.name(),
                                String.join(" ", key.roles()) + (key.grants() == null ? "" : ", " + key.grantText()));
            }
            return ExitCode.OK;
        });
    }

    @Command(
            description = "Gives a key a new secret and shows it, once. The last one is accepted for 7 more days.",
            mixinStandardHelpOptions = true)
    int roll(
            @Parameters(paramLabel = "ID", description = "As list shows it.") String id,
            @Option(names = "--days", description = "How long from now it is accepted. Default: 90") @Nullable
                    Integer days) {
        Duration life = life(days);
        return withKeys(keys -> {
            Optional<KeyText> rolled = keys.roll(id, life);
            rolled.ifPresent(text -> show(text, life));
            return rolled.isPresent() ? ExitCode.OK : unknown(id);
        });
    }

    @Command(description = "Withdraws a key: the next request with it is refused.", mixinStandardHelpOptions = true)
    int revoke(@Parameters(paramLabel = "ID", description = "As list shows it.") String id) {
        return withKeys(keys -> keys.revoke(id) ? ExitCode.OK : unknown(id));
    }

    private int unknown(String id) {
        err().println("keys: there is no live key " + id);
        return ExitCode.SOFTWARE;
    }

    private void show(KeyText text, Duration life) {
        out().println(text.reveal());
        err().println("keys: " + text.keyId() + " is accepted for " + life.toDays()
                + " days. This is shown once; send it as  Authorization: Bearer …");
    }

    private Duration life(@Nullable Integer days) {
        if (days == null) {
            return ApiKeys.LIFE;
        }
        check(days >= 1 && days <= KeyCommand.LONGEST, "--days must be 1 to " + KeyCommand.LONGEST);
        return Duration.ofDays(days);
    }

    private void check(boolean isRight, String rule) {
        if (!isRight) {
            throw new ParameterException(spec().commandLine(), rule);
        }
    }

    private int withKeys(ToIntFunction<ApiKeys> work) {
        try (ConfigurableApplicationContext started = new SpringApplicationBuilder(service)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(database.settings())) {
            int exit = work.applyAsInt(started.getBean(ApiKeys.class));
            out().flush();
            return exit;
        } catch (RuntimeException e) {
            err().println("keys: The database could not be opened; a running service has the embedded one for itself: "
                    + rootOf(e).getMessage());
            return ExitCode.USAGE;
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec);
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private PrintWriter err() {
        return spec().commandLine().getErr();
    }
}
