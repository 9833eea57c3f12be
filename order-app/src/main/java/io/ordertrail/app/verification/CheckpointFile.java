package io.ordertrail.app.verification;

import io.ordertrail.api.audit.AuditQuery.ListCheckpoints;
import io.ordertrail.api.audit.Checkpoint;
import io.ordertrail.api.audit.CheckpointPage;
import io.ordertrail.app.tool.DatabaseOptions;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.store.PassListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Writes the checkpoints of the chain of events into a file, a signature on each line, the oldest first. Exit code 0:
 * done; 2: the database could not be read, or the file not be written.
 */
@Command(
        name = "checkpoints",
        description = "Writes the checkpoints of the chain of events into a file, to be kept elsewhere"
                + " (docs/how-to/verify.md).",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class CheckpointFile implements Callable<Integer> {

    /** A JWS; a file may have other text around them, such as an answer of the API. */
    private static final Pattern SIGNATURE = Pattern.compile("eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private static final int AT_ONCE = 500;

    private final Class<?> service;

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Parameters(paramLabel = "FILE", description = "Is written anew.")
    private Path file = Path.of("checkpoints.txt");

    @Spec
    private @Nullable CommandSpec spec;

    /** @param service whose database it is */
    public CheckpointFile(Class<?> service) {
        this.service = service;
    }

    /**
     * The signatures in {@code file}.
     *
     * @throws CannotVerify it cannot be read, or there are none in it
     */
    static List<String> signatures(Path file) throws CannotVerify {
        try {
            List<String> signatures = SIGNATURE
                    .matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .toList();
            if (signatures.isEmpty()) {
                throw new CannotVerify(file + ": there is no checkpoint in this file");
            }
            return signatures;
        } catch (IOException e) {
            throw new CannotVerify(file + ": this file cannot be read", e);
        }
    }

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        try {
            List<String> all = new StoppedService(service, database).ask(PassListener.NOBODY, CheckpointFile::all);
            Files.write(file, all);
            command.commandLine().getOut().println("checkpoints: " + all.size() + " written to " + file);
            return 0;
        } catch (CannotVerify e) {
            command.commandLine().getErr().println("checkpoints: " + e.getMessage());
        } catch (IOException e) {
            command.commandLine().getErr().println("checkpoints: " + file + ": this file cannot be written: " + e);
        }
        return 2;
    }

    private static List<String> all(Dispatch dispatch) {
        List<String> all = new ArrayList<>();
        @Nullable String after = null;
        do {
            CheckpointPage page = dispatch.ask(
                    new ListCheckpoints(AT_ONCE, after), StoppedService.caller("verify"), CheckpointPage.class);
            page.items().stream().map(Checkpoint::signature).forEach(signature -> all.add(0, signature));
            after = page.next();
        } while (after != null);
        return all;
    }
}
