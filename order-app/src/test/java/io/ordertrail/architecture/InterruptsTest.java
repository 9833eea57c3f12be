package io.ordertrail.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * An interrupt closes the embedded database for the whole process. In the source, because byte code does not tell true
 * from false.
 */
class InterruptsTest {

    /** What interrupts another thread. Who was interrupted may say so again. */
    private static final Pattern INTERRUPT =
            Pattern.compile("shutdownNow\\(|cancel\\(true\\)|(?<!currentThread\\(\\))\\.interrupt\\(\\)");

    private static final Map<String, String> ALLOWED = Map.of(
            "TimeLimit.java", "providers that say that they may be interrupted, since they are never in the database",
            "Run.java", "clients of the import, which is a process of its own without a database",
            "UninterruptedPool.java", "is itself what does not interrupt",
            "UninterruptedTimer.java", "is itself what does not interrupt");

    @Test
    void nothing_interrupts_a_thread_that_may_be_in_the_database() throws IOException {
        List<String> found = new ArrayList<>();
        for (String room :
                List.of("order-api", "order-model", "order-axon", "order-command", "order-query", "order-app")) {
            try (Stream<Path> files = Files.walk(Path.of("..", room, "src", "main", "java"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    if (interrupts(Files.readString(file))
                            && !ALLOWED.containsKey(file.getFileName().toString())) {
                        found.add(file.toString());
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void an_interrupt_is_known_when_it_is_seen() {
        assertThat(List.of("pool.shutdownNow();", "answer.cancel(true);", "worker.interrupt();"))
                .allMatch(InterruptsTest::interrupts);
        assertThat(List.of("pool.shutdown();", "answer.cancel(false);", "Thread.currentThread().interrupt();"))
                .noneMatch(InterruptsTest::interrupts);
    }

    private static boolean interrupts(String source) {
        return INTERRUPT.matcher(source).find();
    }
}
