package io.ordertrail.app.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
 * Brings a shop's orders in from a CSV file (docs/how-to/import-orders.md). Exit code 0: all is in; 1: rows were rejected;
 * 2: it could not run or not finish, and can be started again.
 */
@Command(
        name = "import",
        description = "Places the orders of a CSV file through the REST API, and tells what happened to them since.",
        footer = {
            "",
            "Started again, it makes no second order: it goes on where it stopped.",
            "Exit codes: 0 all is in; 1 rows were rejected; 2 it could not run or finish."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Import implements Callable<Integer> {

    private static final Duration GREETING = Duration.ofSeconds(60);

    @Parameters(paramLabel = "<orders.csv>", description = "The file, one row per order line, UTF-8.")
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
            description = "Orders on their way at the same time, 1 to 64. Default: ${DEFAULT-VALUE}")
    private int parallel;

    @Option(
            names = "--actor",
            defaultValue = "import",
            description = "Who the history names. Keep it the same when starting again. Default: ${DEFAULT-VALUE}")
    private String actor = "";

    @Option(names = "--rejects", description = "The file of rejected rows. Default: <orders>.rejects.csv beside it")
    private @Nullable Path rejects;

    @Option(
            names = "--patience",
            defaultValue = "180",
            description = "Seconds to wait for a service that is gone, before stopping. Default: ${DEFAULT-VALUE}")
    private int patience;

    @Mixin
    private BooksOptions books = new BooksOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        Options options = Options.of(command.commandLine(), file, url, channel, parallel, actor, rejects, patience);
        Books kept = books.checked(command.commandLine(), channel);
        Summary summary = new Summary();
        try {
            run(options, kept, summary, out, err);
        } catch (BadFile e) {
            err.println("import: " + e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("import: " + Objects.requireNonNullElse(e.getMessage(), e.toString()));
            return 2;
        } catch (GaveUp e) {
            out.print(summary.orders() == 0 ? "" : "import: stopped after " + summary.text());
            err.println("import: " + e.getMessage());
            err.println(
                    "import: it can be started again with the same command: what is in the service already is recognised");
            return 2;
        }
        out.print("import: " + summary.text());
        if (summary.rejectedRows() > 0) {
            out.println("import: " + summary.rejectedRows() + " rows were rejected, see " + options.rejects());
        }
        out.flush();
        return summary.rejectedRows() == 0 ? 0 : 1;
    }

    private static void run(Options options, Books books, Summary summary, PrintWriter out, PrintWriter err)
            throws IOException, BadFile, GaveUp, InterruptedException {
        try (InputStream in = Files.newInputStream(options.file());
                Progress progress = Progress.on(Files.size(options.file()), err)) {
            Groups groups = groups(options.file(), in);
            List<StockRow> stock = stock(books);
            options.service(GREETING, progress::note).greet();
            Service service = options.service(options.patience(), progress::note);
            enter(stock, books, service, out);
            Settling settling = books.settling(service, Patience.of(options.patience()));
            Drafts drafts = new Drafts(options.channel(), Clock.systemUTC());
            try (Rejects rejects = new Rejects(options.rejects())) {
                new Run(
                                groups,
                                group -> new Placing(group, drafts, service, settling, options.channel()),
                                options.parallel(),
                                rejects,
                                progress,
                                summary)
                        .run();
            }
        }
    }

    private static Groups groups(Path file, InputStream in) throws IOException, BadFile {
        try {
            return new Groups(new Rows(new Records(new Lines(in))));
        } catch (BadFile e) {
            throw e.in(file);
        }
    }

    private static List<StockRow> stock(Books books) throws IOException, BadFile {
        if (books.stock() == null) {
            return List.of();
        }
        try {
            return StockFile.read(books.stock());
        } catch (BadFile e) {
            throw e.in(books.stock());
        }
    }

    private static void enter(List<StockRow> stock, Books books, Service service, PrintWriter out)
            throws BadFile, GaveUp, InterruptedException {
        if (books.stock() == null) {
            return;
        }
        try {
            new OpeningStock(service, books.stock(), books.since()).enter(stock);
        } catch (BadFile e) {
            throw e.in(books.stock());
        }
        long units = stock.stream().mapToLong(StockRow::quantity).sum();
        out.printf(Locale.ROOT, "import: stock items %,d, opening stock %,d units%n", stock.size(), units);
    }
}
