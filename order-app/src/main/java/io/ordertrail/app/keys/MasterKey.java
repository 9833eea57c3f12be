package io.ordertrail.app.keys;

import io.ordertrail.axon.personal.MasterKeyFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes and rolls the file of the master key. Exit code 0: done; 2: the file could not be read or written. */
@Command(
        name = "master-key",
        description = "The file with the key that encrypts the keys of customers (docs/how-to/forget-a-person.md).",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class MasterKey implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    /** What is done with the file. */
    @FunctionalInterface
    private interface Work {
        String name(MasterKeyFile file) throws IOException, GeneralSecurityException;
    }

    @Override
    public void run() {
        spec().commandLine().usage(spec().commandLine().getOut());
    }

    @Command(description = "Makes the file.", mixinStandardHelpOptions = true)
    int create(@Parameters(paramLabel = "FILE", description = "Must not be there yet.") Path file) {
        return work(file, MasterKeyFile::create, "encrypts the keys of customers");
    }

    @Command(description = "Adds a new key to the file.", mixinStandardHelpOptions = true)
    int roll(@Parameters(paramLabel = "FILE", description = "As create has made it.") Path file) {
        return work(file, MasterKeyFile::roll, "encrypts the keys of customers anew, from the next start on");
    }

    private int work(Path file, Work work, String what) {
        try {
            out().println(work.name(new MasterKeyFile(file)) + " " + what);
            return ExitCode.OK;
        } catch (IOException | GeneralSecurityException e) {
            spec().commandLine().getErr().println("master-key: " + file + ": " + MasterKeyFile.why(e));
            return ExitCode.USAGE;
        }
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec);
    }
}
