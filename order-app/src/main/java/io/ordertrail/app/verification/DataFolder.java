package io.ordertrail.app.verification;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Checks whether there is a database to verify, before anything could create one by opening it. */
final class DataFolder {

    private static final String DATABASE = ".mv.db";

    private DataFolder() {}

    /** @throws CannotVerify there is no database, or a running service has it */
    static void check(Path folder) throws CannotVerify {
        if (!Files.isDirectory(folder)) {
            throw new CannotVerify(folder + ": there is no such folder");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> databases =
                    files.filter(file -> file.toString().endsWith(DATABASE)).toList();
            if (databases.isEmpty()) {
                throw new CannotVerify(folder + ": there is no database in this folder");
            }
            for (Path database : databases) {
                checkLock(folder, database);
            }
        } catch (IOException e) {
            throw new CannotVerify(folder + ": this folder cannot be read", e);
        }
    }

    /**
     * H2 keeps its file locked for as long as it is open; a shared lock shows that no process has it open, and writes
     * nothing.
     */
    private static void checkLock(Path folder, Path database) throws IOException, CannotVerify {
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            if (lock == null) {
                throw inUse(folder);
            }
        } catch (OverlappingFileLockException sameProcess) {
            throw inUse(folder);
        }
    }

    private static CannotVerify inUse(Path folder) {
        return new CannotVerify(folder + ": a running service has this database open; stop it, or verify a copy");
    }
}
