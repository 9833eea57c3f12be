package io.ordertrail.benchmarks.figure;

import io.ordertrail.benchmarks.load.Sustained;
import io.ordertrail.benchmarks.machine.Service;
import io.ordertrail.benchmarks.machine.Store;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The 830 orders of Northwind, with their stock and settled with accounts, imported into a service that has just
 * started; once, because a second time it would be neither cold nor empty.
 */
public final class Imports {

    /** Folder of the tables of Northwind, see docs/how-to/import-orders.md. */
    private static final String NORTHWIND = System.getProperty("northwind", "");

    private Imports() {}

    public static void take(Store store, Bench bench) throws Exception {
        if (NORTHWIND.isEmpty()) {
            bench.report().note("the import needs -Dnorthwind=folder, with the tables of Northwind");
            return;
        }
        Path orders = bench.folder().resolve("northwind.csv");
        Path stock = bench.folder().resolve("northwind-stock.csv");
        run(orders, "docs/how-to/Northwind.java", NORTHWIND, stock.toString());
        try (Service service = bench.start(store)) {
            long begin = System.nanoTime();
            List<String> command =
                    new ArrayList<>(List.of("-jar", Service.JAR.toString(), "import", orders.toString()));
            command.addAll(List.of("--url", service.url(), "--stock", stock.toString(), "--settle-with", "account"));
            run(bench.folder().resolve("import.log"), command.toArray(String[]::new));
            double seconds = (System.nanoTime() - begin) / 1e9;
            bench.report().add("import of 830 settled orders, cold service", store, seconds, "s", "≤ 20 s");
            Sustained.settled(service.client());
            seconds = (System.nanoTime() - begin) / 1e9;
            bench.report().add("the same until nothing waits any more", store, seconds, "s", "–");
        }
    }

    private static void run(Path output, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Service.java()));
        command.addAll(List.of(arguments));
        int exit = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(Redirect.INHERIT)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException(command + " ended with " + exit + ": " + Files.readString(output));
        }
    }
}
