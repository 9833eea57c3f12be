package io.ordertrail.app.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Northwind as a file for the import, made by the script that docs/how-to/import-orders.md shows. */
public final class Northwind {

    private Northwind() {}

    /** The folder of the tables beside the checkout; it may be absent. */
    public static Path tables() {
        return checkout().resolveSibling("shared").resolve("data").resolve("northwind");
    }

    /** Converts the tables in {@code folder} to {@code csv}, and what the shop had before them to {@code stock}. */
    public static void convert(Path folder, Path csv, Path stock) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        checkout().resolve("docs/how-to/Northwind.java").toString(),
                        folder.toString(),
                        stock.toString())
                .redirectOutput(csv.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).isZero();
    }

    /** The build may run in the module or above it. */
    private static Path checkout() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("docs/how-to/Northwind.java")))
                .findFirst()
                .orElseThrow();
    }
}
