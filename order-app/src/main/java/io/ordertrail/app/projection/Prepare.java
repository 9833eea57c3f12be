package io.ordertrail.app.projection;

import io.ordertrail.app.tool.DatabaseOptions;
import io.ordertrail.axon.failure.CauseChain;
import io.ordertrail.axon.lifecycle.ReleasePreparation;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Makes the rows of views that this release reads, beside a service of another release that is at work
 * (docs/how-to/rebuild-a-view.md). Exit code 0: done; 2: the database could not be opened, or the work was not done.
 */
@Command(
        name = "prepare",
        description = "Makes the rows of views for this release, while another release is at work on the database.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Prepare implements Callable<Integer> {

    private final Class<?> service;

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Spec
    private @Nullable CommandSpec spec;

    /** @param service whose database it is */
    public Prepare(Class<?> service) {
        this.service = service;
    }

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (ConfigurableApplicationContext started = database.open(service)) {
            started.getBean(ReleasePreparation.class).prepare(out::println);
            return ExitCode.OK;
        } catch (RuntimeException e) {
            err.println("prepare: not done, and goes on when it is run again; a running service has the embedded"
                    + " database for itself: " + CauseChain.innermost(e).getMessage());
            return ExitCode.USAGE;
        }
    }
}
