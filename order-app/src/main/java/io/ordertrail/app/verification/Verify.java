package io.ordertrail.app.verification;

import io.ordertrail.api.verification.Verification;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.api.verification.VerificationQuery;
import io.ordertrail.api.verification.VerificationQuery.VerifyChain;
import io.ordertrail.app.tool.DatabaseOptions;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.store.PassListener;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Checks the invariants of a database that no service is running on, and changes nothing (docs/how-to/verify.md). Exit
 * code 0: all hold; 1: at least one is broken; 2: it could not be checked; 3: none is broken, but not all events are
 * processed yet.
 */
@Command(
        name = "verify",
        description =
                "Checks that the stored data is whole: events, unique rows, views, sums, and the chain. Changes nothing.",
        footer = {
            "",
            "Exit codes: 0 all invariants hold; 1 at least one is broken; 2 it could not be checked;",
            "3 none is broken, but views or processes are behind: start the service, and let it catch up."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Verify implements Callable<Integer> {

    private final Class<?> service;

    /** Exit code; every tool has 2 for what could not be done. */
    private static final int BEHIND = 3;

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--chain", description = "Only look whether somebody has changed what is stored.")
    private boolean chainOnly;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "Hold what is stored against checkpoints that were kept elsewhere.")
    private @Nullable Path checkpoint;

    @Spec
    private @Nullable CommandSpec spec;

    /** @param service of which the rooms are put together that verify */
    public Verify(Class<?> service) {
        this.service = service;
    }

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<Check> checks;
        try {
            checks = checks(new PassProgress(err, System::nanoTime));
        } catch (CannotVerify e) {
            err.println("verify: " + e.getMessage());
            return 2;
        }
        VerificationReport report = new VerificationReport(checks);
        out.print(report.text());
        out.flush();
        return switch (report.outcome()) {
            case OK -> 0;
            case BREACH -> 1;
            case BEHIND -> BEHIND;
        };
    }

    private List<Check> checks(PassListener progress) throws CannotVerify {
        VerifyChain chain = new VerifyChain(checkpoint == null ? List.of() : CheckpointFile.signatures(checkpoint));
        return new StoppedService(service, database).ask(progress, dispatch -> {
            List<Check> checks = new ArrayList<>(ask(dispatch, chain));
            if (!chainOnly) {
                checks.addAll(0, ask(dispatch, new VerificationQuery.VerifyViews()));
                checks.addAll(0, ask(dispatch, new VerificationQuery.VerifyWrites()));
            }
            return checks;
        });
    }

    private static List<Check> ask(Dispatch dispatch, VerificationQuery query) {
        return dispatch.ask(query, StoppedService.caller("verify"), Verification.class)
                .checks();
    }
}
