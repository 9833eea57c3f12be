package io.ordertrail.axon.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under load, what was moved was old and full, and moving it frees nothing. */
class ChunkRewriterTest {

    private static final int ROWS = 20_000;
    private static final int AT_ONCE = 1 << 20;
    private static final int FILL_RATE = 40;

    @TempDir
    private Path folder;

    @Test
    void finding_the_file_grew_what_is_old_and_full_stays_where_it_is() {
        assertThat(isMoved(store -> ChunkRewriter.rewrite(store, AT_ONCE, FILL_RATE)))
                .isFalse();
        assertThat(isMoved(store -> store.compact(60, AT_ONCE)))
                .as("what H2 offers moves it")
                .isTrue();
    }

    /** Whether any page of the full part was written anew. */
    private boolean isMoved(Consumer<MVStore> work) {
        try (MVStore store = aged()) {
            MVMap<Integer, String> old = store.openMap("old");
            long before = old.getRootPage().getPos();
            for (int n = 0; n < 20; n++) {
                work.accept(store);
                write(store);
            }
            return old.getRootPage().getPos() != before;
        }
    }

    /** A full part that lacks one page since, and many parts after it of which little is left. */
    private MVStore aged() {
        Path file = folder.resolve("store-" + System.nanoTime());
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .open();
        store.setRetentionTime(0);
        MVMap<Integer, String> old = store.openMap("old");
        MVMap<Integer, String> hot = store.openMap("hot");
        for (int n = 0; n < ROWS / 10; n++) {
            old.put(n, "x".repeat(100));
        }
        write(store);
        old.put(0, "changed");
        write(store);
        for (int n = 0; n < ROWS; n++) {
            hot.put(n, "y".repeat(100));
        }
        write(store);
        Random random = new Random(1);
        for (int round = 0; round < 60; round++) {
            for (int n = 0; n < 20; n++) {
                hot.put(random.nextInt(ROWS), "z" + round);
            }
            write(store);
        }
        return store;
    }

    private static void write(MVStore store) {
        store.commit();
        store.executeFilestoreOperation(() -> {});
    }
}
