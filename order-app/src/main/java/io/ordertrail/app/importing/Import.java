package io.ordertrail.app.importing;

import io.ordertrail.app.importing.settlement.Books;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Brings a shop's orders in from a CSV file (docs/how-to/import-orders.md). Exit code 0: all is in; 1: rows were
 * rejected; 2: it could not run or not finish, and can be started again; 3: the order of some rows cannot be told, and
 * nothing was begun.
 */
@Command(
        name = "import",
        description =
                "Imports the orders of a CSV file, with their payments, shipments and returns, through the REST API.",
        footer = {
            "",
            "Columns: docs/how-to/import-orders.md. An order without goods to send (downloads) has no address; metadata.x is x of",
            "the order's metadata; a refund went back at refunded_at, from an account (--settle-with) at the import.",
            "Start it again, and it places no order twice: it goes on where it stopped.",
            "Exit codes: 0 all is in; 1 rows were rejected; 2 it could not run or finish; 3 some rows have no known",
            "order, nothing was imported; 130 and 143 it was stopped."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Import implements Callable<Integer> {

    @Parameters(
            paramLabel = "<orders.csv>",
            description = "The file: one row per order line, or the export of another shop.")
    private Path file = Path.of("");

    @Option(
            names = "--url",
            defaultValue = "http://localhost:8080",
            description = "Where the service is. Default: ${DEFAULT-VALUE}")
    private String url = "";

    @Option(
            names = "--channel",
            defaultValue = "IMPORT",
            description = "Channel of the orders; references are unique within it. Default: ${DEFAULT-VALUE}")
    private String channel = "";

    @Option(
            names = "--parallel",
            defaultValue = "4",
            description = "Orders that are imported at the same time, 1 to 64. Default: ${DEFAULT-VALUE}")
    private int parallel;

    @Option(
            names = "--actor",
            defaultValue = "import",
            description = "The actor in the history. Keep it the same when you start again. Default: ${DEFAULT-VALUE}")
    private String actor = "";

    @Option(names = "--rejects", description = "The file of rejected rows. Default: <orders>.rejects.csv beside it")
    private @Nullable Path rejects;

    @Option(
            names = "--patience",
            defaultValue = "180",
            description = "Seconds to wait for a service that does not answer. Default: ${DEFAULT-VALUE}")
    private int patience;

    @Mixin
    private FormatOptions format = new FormatOptions();

    @Mixin
    private BooksOptions books = new BooksOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        Options options = Options.of(command.commandLine(), file, url, channel, parallel, actor, rejects, patience);
        FormatOptions.Format written = format.checked(command.commandLine());
        Books kept = books.checked(command.commandLine(), channel);
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        try (Stop stop = Stop.listening(err)) {
            int exit = new Journey(options, written, kept, stop, out, err).make();
            out.flush();
            err.flush();
            return exit;
        }
    }
}
