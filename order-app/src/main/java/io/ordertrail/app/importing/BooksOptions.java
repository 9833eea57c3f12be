package io.ordertrail.app.importing;

import io.ordertrail.app.importing.file.Times;
import io.ordertrail.app.importing.settlement.Books;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The part of the command line that is about stock and accounts. */
final class BooksOptions {

    private static final String ACCOUNT = "account";
    private static final String MANUAL = "manual";

    /** Only these orders reserve no stock, and only their money is taken at once. */
    private static final String CHANNEL = "IMPORT";

    @Option(
            names = "--stock",
            paramLabel = "<stock.csv>",
            description = "Opening stock, entered before the orders; what they ship is taken from it.")
    private @Nullable Path stock;

    @Option(
            names = "--settle-with",
            paramLabel = "<how>",
            defaultValue = MANUAL,
            description =
                    "manual: payments are recorded; account: each customer gets an account, what they have paid is"
                            + " put in, and their orders are paid from it. Default: ${DEFAULT-VALUE}")
    private String settleWith = MANUAL;

    @Option(
            names = "--since",
            paramLabel = "<time>",
            defaultValue = "1900-01-01",
            description = "When stock was counted and accounts were opened: before the first shipment and payment."
                    + " Keep it the same when starting again. Default: ${DEFAULT-VALUE}")
    private String since = "";

    /** @throws ParameterException with what is wrong, for a person */
    Books checked(CommandLine line, String channel) {
        boolean accounts = settleWith.equals(ACCOUNT);
        Options.check(line, accounts || settleWith.equals(MANUAL), "--settle-with must be manual or account");
        Options.check(
                line,
                channel.equals(CHANNEL) || !accounts && stock == null,
                "--stock and --settle-with account are for orders of the channel " + CHANNEL);
        Options.check(line, stock == null || Files.isReadable(stock), stock + ": this file cannot be read");
        return new Books(stock, accounts, since(line));
    }

    private Instant since(CommandLine line) {
        return Times.PLAIN
                .read(since)
                .orElseThrow(
                        () -> new ParameterException(line, "--since must be like 2026-01-31 or 2026-01-31T09:30:00Z"));
    }
}
