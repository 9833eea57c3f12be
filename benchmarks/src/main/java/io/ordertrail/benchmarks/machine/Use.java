package io.ordertrail.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a process of this machine used until now, as Linux counts it.
 *
 * @param cpuMillis of all its threads, in steps of 10
 * @param writtenBytes that it caused to be written to the disk
 * @param residentBytes of memory, now
 */
public record Use(long cpuMillis, long writtenBytes, long residentBytes) {

    /** Linux tells CPU in hundredths of a second, whatever the kernel counts in. */
    private static final long MILLIS_A_TICK = 10;

    private static final long PAGE = 4096;

    /** @throws IOException there is no such process */
    public static Use of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        String resident = Files.readString(process.resolve("statm")).split(" ")[1];
        return new Use(cpuMillis(process.resolve("stat")), written(process), Long.parseLong(resident) * PAGE);
    }

    /** CPU in milliseconds of each thread that lives, added up by what it does. */
    public static Map<String, Long> cpuByWork(long pid) throws IOException {
        Map<String, Long> cpu = new TreeMap<>();
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            for (Path thread : threads.toList()) {
                try {
                    String name = Files.readString(thread.resolve("comm")).strip();
                    cpu.merge(work(name), cpuMillis(thread.resolve("stat")), Long::sum);
                } catch (NoSuchFileException e) {
                    // It has ended since.
                }
            }
        }
        return cpu;
    }

    /** By the first 15 characters of a thread's name, which are all that Linux keeps. */
    private static String work(String name) {
        if (name.matches("C[12] CompilerThre.*")) {
            return "just-in-time compiler";
        }
        if (name.matches("GC.*|G1.*|VM .*|Sweeper.*")) {
            return "JVM and its garbage collector";
        }
        if (name.startsWith("http")) {
            return "requests: HTTP, commands, queries";
        }
        if (name.matches("MVStore.*|H2.*")) {
            return "H2's own threads";
        }
        // Without the number of a thread among its like.
        return name.replaceAll("[-#\\[]?[0-9]+\\]?", "");
    }

    private static long cpuMillis(Path stat) throws IOException {
        String line = Files.readString(stat);
        // The name in brackets may have spaces.
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_A_TICK;
    }

    private static long written(Path process) throws IOException {
        return Files.readAllLines(process.resolve("io")).stream()
                .filter(line -> line.startsWith("write_bytes: "))
                .mapToLong(line -> Long.parseLong(line.substring("write_bytes: ".length())))
                .sum();
    }
}
