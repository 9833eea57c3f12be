package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The packaged service of another commit, built from what git has of it, once. */
record Release(String commit, Path jar) {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** @param ref as git has it, such as {@code HEAD~1} */
    static Release of(String ref) {
        String commit = said(ROOT, List.of("git", "rev-parse", "--short=12", ref + "^{commit}"));
        Path house = Path.of("target", "releases", commit).toAbsolutePath();
        Path jar = house.resolve("order-app/target/order-app.jar");
        if (!Files.exists(jar)) {
            build(commit, house);
        }
        return new Release(commit, jar);
    }

    /** Whether it leaves to a later release what only that knows; those before took it for their own, or passed it. */
    boolean leavesTheUnknown() {
        return Files.exists(house().resolve("docs/adr/0026-events-evolve-while-they-are-read.md"));
    }

    /** Whether it knows all that this build stores. */
    boolean hasTheSameEvents() throws IOException {
        Path shapes = Path.of("order-axon/src/test/resources/event-shapes.txt");
        Path its = house().resolve(shapes);
        return Files.exists(its) && Files.mismatch(its, ROOT.resolve(shapes)) < 0;
    }

    private Path house() {
        return jar.resolve("../../..").normalize();
    }

    private static void build(String commit, Path house) {
        try {
            Files.createDirectories(house);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path sources = house.resolve("sources.tar");
        said(ROOT, List.of("git", "archive", "--output=" + sources, commit));
        said(house, List.of("tar", "-xf", sources.toString()));
        said(
                house,
                List.of(
                        "./mvnw",
                        "-o",
                        "-B",
                        "-ntp",
                        "-q",
                        "-pl",
                        "order-app",
                        "-am",
                        "-DskipTests",
                        "-Dspotless.check.skip",
                        "package"));
    }

    /** What a command has said, in {@code directory}; it must succeed. */
    private static String said(Path directory, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
            return said.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
