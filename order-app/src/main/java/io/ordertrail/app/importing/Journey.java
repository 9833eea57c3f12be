package io.ordertrail.app.importing;

import io.ordertrail.app.importing.client.GaveUp;
import io.ordertrail.app.importing.client.Patience;
import io.ordertrail.app.importing.client.Service;
import io.ordertrail.app.importing.file.BadFile;
import io.ordertrail.app.importing.file.Manner;
import io.ordertrail.app.importing.file.Unattributable;
import io.ordertrail.app.importing.order.OrderCompletion;
import io.ordertrail.app.importing.order.OrderImport;
import io.ordertrail.app.importing.order.Placement;
import io.ordertrail.app.importing.sale.Drafts;
import io.ordertrail.app.importing.sale.Groups;
import io.ordertrail.app.importing.settlement.Books;
import io.ordertrail.app.importing.stock.OpeningStock;
import io.ordertrail.app.importing.stock.StockFile;
import io.ordertrail.app.importing.stock.StockRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** One run of the import, from the file to what is said at its end. */
final class Journey {

    private static final Duration GREETING = Duration.ofSeconds(60);

    private static final int ALL_IN = 0;
    private static final int REJECTED = 1;
    private static final int NOT_DONE = 2;
    private static final int NOT_BEGUN = 3;

    private final Options options;
    private final FormatOptions.Format format;
    private final Books books;
    private final Stop stop;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Summary summary = new Summary();

    /** What the rejected rows need to be read again as they were. */
    private String manner = "";

    Journey(Options options, FormatOptions.Format format, Books books, Stop stop, PrintWriter out, PrintWriter err) {
        this.options = options;
        this.format = format;
        this.books = books;
        this.stop = stop;
        this.out = out;
        this.err = err;
    }

    /** @return the exit code */
    int make() throws InterruptedException {
        try {
            run();
        } catch (Unattributable e) {
            err.println("import: " + options.file() + ": these rows have no known order, so any order might lack"
                    + " a line. Nothing was sent; correct them first.\n" + e.getMessage());
            return NOT_BEGUN;
        } catch (BadFile e) {
            err.println("import: " + e.getMessage());
            return NOT_DONE;
        } catch (IOException e) {
            err.println("import: " + e.getClass().getSimpleName() + ": "
                    + Objects.requireNonNullElse(e.getMessage(), "no reason given"));
            return NOT_DONE;
        } catch (GaveUp e) {
            sayHowFar();
            err.println("import: " + e.getMessage());
            sayHowToGoOn();
            return NOT_DONE;
        } catch (Stopped e) {
            sayHowFar();
            err.println("import: stopped, as you wished");
            sayHowToGoOn();
            return NOT_DONE;
        }
        out.print("import: " + summary.text());
        sayRejects();
        return summary.rejectedRows() == 0 ? ALL_IN : REJECTED;
    }

    private void sayHowFar() {
        out.print(summary.orders() == 0 ? "" : "import: stopped after " + summary.text());
        sayRejects();
    }

    private void sayRejects() {
        long rows = summary.rejectedRows();
        if (rows > 0) {
            out.println("import: " + rows + (rows == 1 ? " row was" : " rows were") + " rejected, see "
                    + options.rejects() + ": correct the rows there and import that file" + manner);
        }
        out.flush();
    }

    private void sayHowToGoOn() {
        err.println(
                "import: it can be started again with the same command: what is in the service already is recognised");
    }

    private void run() throws IOException, BadFile, Unattributable, GaveUp, Stopped, InterruptedException {
        try (Groups groups = groups();
                Progress progress = Progress.on(groups.orders(), err)) {
            manner = " with the same options, and with --delimiter "
                    + named(groups.table().delimiter()) + " --decimal "
                    + groups.numbers().decimal();
            List<StockRow> stock = stock();
            options.service(GREETING, progress::note).greet();
            Service service = options.service(options.patience(), progress::note);
            enter(stock, service);
            Placement placement = new Placement(service, format.tolerance());
            OrderImport.Context context = new OrderImport.Context(
                    new Drafts(
                            options.channel(),
                            groups.numbersOfRows(),
                            groups.timesOfRows(),
                            format.country(),
                            Clock.systemUTC()),
                    service,
                    books.settler(service, Patience.of(options.patience())),
                    placement,
                    new OrderCompletion(service, placement),
                    options.channel());
            try (Rejects rejects = new Rejects(options.rejects(), groups.table())) {
                new Run(context, options.parallel(), rejects, progress, summary, stop).run(groups);
                rejects.finish();
            }
        }
    }

    private static String named(char delimiter) {
        return switch (delimiter) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            default -> "'" + delimiter + "'";
        };
    }

    private Groups groups() throws IOException, BadFile, Unattributable {
        try {
            return Groups.open(options.file(), format.layout(), format.manner(), format.times());
        } catch (BadFile e) {
            throw e.in(options.file());
        }
    }

    private List<StockRow> stock() throws IOException, BadFile {
        if (books.stock() == null) {
            return List.of();
        }
        try {
            // It may be written by another program than the orders.
            return StockFile.read(books.stock(), new Manner(format.manner().charset(), null, null));
        } catch (BadFile e) {
            throw e.in(books.stock());
        }
    }

    private void enter(List<StockRow> stock, Service service) throws BadFile, GaveUp, InterruptedException {
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
