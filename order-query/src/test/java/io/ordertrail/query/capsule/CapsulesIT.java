package io.ordertrail.query.capsule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.capsule.Capsule;
import io.ordertrail.api.capsule.CapsuleQuery.GetCapsule;
import io.ordertrail.axon.capsule.CapsuleFile;
import io.ordertrail.axon.capsule.CapsuleLoader;
import io.ordertrail.query.Database;
import io.ordertrail.query.Node;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each order of the folder is loaded into an empty store, and its views are what they were when it was taken out. A
 * member that a row did not have then may have come. {@code -Dcapsules.write=true} writes the files again, where what
 * is shown was changed on purpose.
 */
class CapsulesIT {

    private static final Path FOLDER = Path.of("src/test/resources/capsules");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void an_order_that_is_loaded_into_an_empty_store_shows_the_same(Path file) throws IOException {
        Capsule capsule;
        try (Reader in = Files.newBufferedReader(file)) {
            capsule = CapsuleFile.read(in);
        }
        try (Node node = Node.start(Database.H2.fresh())) {
            CapsuleLoader loader = node.bean(CapsuleLoader.class);
            loader.load(capsule);
            node.settle();
            assertThat(node.verify().checks())
                    .allSatisfy(check ->
                            assertThat(check.breaches()).as(check.toString()).isZero());
            assertThat(node.jdbc()
                            .sql("select payload from domain_event where payload_type = 'order.OrderCreated'")
                            .query((row, n) -> row.getString(1))
                            .single())
                    .as("masks are personal data, too")
                    .doesNotContain("masked-");
            assertThatThrownBy(() -> loader.load(capsule))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not empty");

            Capsule again = node.ask(new GetCapsule(capsule.orderId()), Capsule.class);
            if (Boolean.getBoolean("capsules.write")) {
                try (Writer out = Files.newBufferedWriter(file)) {
                    CapsuleFile.write(again, out);
                }
                return;
            }
            assertThat(again.events()).as("the same part of each stream").hasSameSizeAs(capsule.events());
            // The tables have what the folds say: that was verified.
            List<String> differences = new ArrayList<>();
            for (Capsule.Row row : capsule.rows()) {
                compare(row.view() + " " + row.key(), row.row(), same(row, again), differences);
            }
            assertThat(differences)
                    .as("if what is shown was changed on purpose: -Dcapsules.write=true")
                    .isEmpty();
        }
    }

    private static Map<String, Object> same(Capsule.Row row, Capsule again) {
        return again.rows().stream()
                .filter(each -> each.view().equals(row.view()) && each.key().equals(row.key()))
                .findFirst()
                .map(Capsule.Row::row)
                .orElse(Map.of());
    }

    private static void compare(String at, Object was, Object is, List<String> differences) {
        if (was instanceof Map<?, ?> members && is instanceof Map<?, ?> now) {
            members.forEach((name, value) -> compare(at + "/" + name, value, now.get(name), differences));
        } else if (was instanceof List<?> all && is instanceof List<?> now && all.size() == now.size()) {
            for (int n = 0; n < all.size(); n++) {
                compare(at + "/" + n, all.get(n), now.get(n), differences);
            }
        } else if (!String.valueOf(was).equals(String.valueOf(is))) {
            differences.add(at + ": " + was + " is " + is);
        }
    }
}
