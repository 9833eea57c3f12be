package io.ordertrail.app;

import io.ordertrail.app.capsule.Capsules;
import io.ordertrail.app.importing.Import;
import io.ordertrail.app.keys.Keys;
import io.ordertrail.app.keys.MasterKey;
import io.ordertrail.app.projection.Prepare;
import io.ordertrail.app.verification.CheckpointFile;
import io.ordertrail.app.verification.Verify;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The tools that share the service's jar: {@code java -jar order-app.jar import …}. */
@Command(
        name = "order-app",
        description = "Without a command the service starts; it accepts Spring settings like --server.port=8081.",
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = Import.class,
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineTools.Version.class)
public final class CommandLineTools implements Runnable {

    private static final Set<String> OPTIONS = Set.of("-h", "--help", "-V", "--version");

    private CommandLineTools() {}

    /**
     * Whether these arguments are for the tools and not for the service. Any bare word is, so that a misspelt command
     * is an error and not a service that starts by mistake.
     */
    public static boolean areMeantBy(String... args) {
        return args.length > 0 && (OPTIONS.contains(args[0]) || !args[0].startsWith("-"));
    }

    /**
     * Runs the command that the arguments name. 0: done; 1: done, with faults; 2: could not be done; verify has a 3.
     */
    public static int run(String... args) {
        return commandLine().execute(args);
    }

    static CommandLine commandLine() {
        return new CommandLine(new CommandLineTools())
                .addSubcommand(new Verify(OrderApp.class))
                .addSubcommand(new CheckpointFile(OrderApp.class))
                .addSubcommand(new Keys(OrderApp.class))
                .addSubcommand(new MasterKey())
                .addSubcommand(new Capsules(OrderApp.class))
                .addSubcommand(new Prepare(OrderApp.class))
                .setParameterExceptionHandler(CommandLineTools::explain)
                .setExecutionExceptionHandler(CommandLineTools::report);
    }

    @Override
    public void run() {
        commandLine().usage(System.out);
    }

    private static int explain(ParameterException e, String... args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getCommandName() + ": " + e.getMessage());
        err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    /** An error of ours, not of the user: a report needs all of it. */
    private static int report(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        e.printStackTrace(command.getErr());
        return ExitCode.USAGE;
    }

    /** The version of the jar, or a word if the classes do not come from a jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = CommandLineTools.class.getPackage().getImplementationVersion();
            return new String[] {"Ordertrail " + Objects.requireNonNullElse(version, "(development)")};
        }
    }
}
