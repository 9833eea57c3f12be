package io.ordertrail.architecture;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A class fits on a few screens. */
class FileLengthTest {

    private static final int LONGEST = 250;
    private static final int MEDIAN = 45;
    private static final int MOST = 20;

    private record SourceFile(Path path, long lines) {}

    @Test
    void no_main_file_is_longer_than_250_lines_and_half_of_them_have_45_at_most() throws IOException {
        List<SourceFile> files = mainFiles();
        assertThat(files).hasSizeGreaterThan(500);
        assertThat(files).filteredOn(file -> file.lines() > LONGEST).isEmpty();
        assertThat(files.get(files.size() / 2).lines()).isLessThanOrEqualTo(MEDIAN);
    }

    @Test
    void no_package_has_more_than_20_files() throws IOException {
        Map<Path, Long> packages = mainFiles().stream()
                .map(SourceFile::path)
                .filter(path -> !path.endsWith("package-info.java"))
                .collect(groupingBy(Path::getParent, counting()));
        assertThat(packages).hasSizeGreaterThan(100);
        assertThat(packages.entrySet())
                .filteredOn(each -> each.getValue() > MOST)
                .isEmpty();
    }

    /** The shortest first. */
    private static List<SourceFile> mainFiles() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(".."))) {
            return all.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> path.toString().matches("../order-[a-z]+/src/main/java/.*"))
                    .map(FileLengthTest::counted)
                    .sorted(Comparator.comparingLong(SourceFile::lines))
                    .toList();
        }
    }

    private static SourceFile counted(Path path) {
        try (Stream<String> lines = Files.lines(path)) {
            return new SourceFile(path, lines.count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
