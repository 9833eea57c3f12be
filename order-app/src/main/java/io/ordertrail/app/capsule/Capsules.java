package io.ordertrail.app.capsule;

import io.ordertrail.api.capsule.Capsule;
import io.ordertrail.api.capsule.CapsuleQuery.GetCapsule;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.Role;
import io.ordertrail.app.tool.DatabaseOptions;
import io.ordertrail.axon.capsule.CapsuleFile;
import io.ordertrail.axon.capsule.CapsuleLoader;
import io.ordertrail.axon.failure.CauseChain;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Takes an order out of a database as a capsule, and makes a database of one. Exit code 0: done; 1: there is no such
 * order, or the capsule cannot be loaded; 2: the file or the database could not be opened.
 */
@Command(
        name = "capsule",
        description = "An order and all that it touches as one file (docs/how-to/carry-an-order-away.md).",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Capsules implements Runnable {

    private final Class<?> service;

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Spec
    private @Nullable CommandSpec spec;

    /** @param service whose database it is */
    public Capsules(Class<?> service) {
        this.service = service;
    }

    @Override
    public void run() {
        spec().commandLine().usage(spec().commandLine().getOut());
    }

    @Command(description = "Writes an order to a file; personal data is masked.", mixinStandardHelpOptions = true)
    int export(
            @Parameters(paramLabel = "ORDER", description = "Its id.") String orderId,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to.") Path file) {
        return withService(started -> {
            Capsule capsule = started.getBean(Dispatch.class).ask(new GetCapsule(orderId), caller(), Capsule.class);
            try (Writer out = Files.newBufferedWriter(file)) {
                CapsuleFile.write(capsule, out);
            } catch (IOException e) {
                throw new Unwritable(file, e);
            }
            say(capsule.events().size() + " events and " + capsule.rows().size() + " rows are in " + file);
        });
    }

    @Command(
            description = "Makes a database of a file. There must be no events in it; no service may have it open.",
            mixinStandardHelpOptions = true)
    int load(@Parameters(paramLabel = "FILE", description = "As export writes it.") Path file) {
        Capsule capsule;
        try (Reader in = Files.newBufferedReader(file)) {
            capsule = CapsuleFile.read(in);
        } catch (IOException e) {
            say(file + " cannot be read: " + e);
            return ExitCode.USAGE;
        } catch (IllegalArgumentException e) {
            say(file + ", " + e.getMessage());
            return ExitCode.SOFTWARE;
        }
        return withService(started -> {
            started.getBean(CapsuleLoader.class).load(capsule);
            say(capsule.orderId() + " is loaded: " + capsule.events().size()
                    + " events; its views are filled when the service is started");
        });
    }

    private int withService(Consumer<ConfigurableApplicationContext> work) {
        try (ConfigurableApplicationContext started = database.open(service)) {
            work.accept(started);
            return ExitCode.OK;
        } catch (Refused | IllegalArgumentException e) {
            say(Objects.requireNonNull(e.getMessage()));
            return ExitCode.SOFTWARE;
        } catch (Unwritable e) {
            say(Objects.requireNonNull(e.getMessage()));
            return ExitCode.USAGE;
        } catch (BeansException | IllegalStateException e) {
            say("The database could not be opened; a running service has the embedded one for itself: "
                    + CauseChain.innermost(e).getMessage());
            return ExitCode.USAGE;
        }
    }

    private static final class Unwritable extends RuntimeException {

        private static final long serialVersionUID = 1;

        private Unwritable(Path file, IOException cause) {
            super(file + " cannot be written: " + cause, cause);
        }
    }

    private static RequestContext caller() {
        String conversation = UUID.randomUUID().toString();
        return new RequestContext(
                "capsule", List.of(Role.SUPERVISOR.name()), conversation, conversation.replace("-", ""), null, null);
    }

    private void say(String text) {
        spec().commandLine().getErr().println("capsule: " + text);
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec);
    }
}
