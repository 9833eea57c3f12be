package io.ordertrail.benchmarks.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service as a process, from its start to its first answered request and to its end. */
public final class Service implements AutoCloseable {

    public static final Path JAR = Path.of("order-app", "target", "order-app.jar");

    private static final String SCRIPT = Path.of("ordertrail").toAbsolutePath().toString();

    private final Process process;
    private final Client client;
    private final int port;
    private final Duration startUp;

    private Service(Process process, Client client, int port, Duration startUp) {
        this.process = process;
        this.client = client;
        this.port = port;
        this.startUp = startUp;
    }

    /** Starts it and returns when it has answered a first order with 201. */
    public static Service start(Path log, List<String> settings) throws IOException, InterruptedException {
        return run(log, List.of(SCRIPT), settings, "");
    }

    /** The same, where it asks for a key. */
    public static Service secured(Path log, List<String> settings, String key)
            throws IOException, InterruptedException {
        return run(log, List.of(SCRIPT), settings, key);
    }

    /**
     * Makes a key that may do everything, in a store that no service has open.
     *
     * @param store as the command line names it
     */
    public static String key(List<String> store) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(SCRIPT, "keys", "create", "--name=load", "--role=SUPERVISOR,ADMIN"));
        command.addAll(store);
        Matcher key = Pattern.compile("otk_[0-9A-Za-z]+").matcher(output(command.toArray(String[]::new)));
        if (!key.find()) {
            throw new IOException("no key was made");
        }
        return key.group();
    }

    /**
     * The same with another program that takes the same orders.
     *
     * @param program arguments of Java
     */
    public static Service start(Path log, List<String> program, List<String> settings)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(program);
        return run(log, command, settings, "");
    }

    private static Service run(Path log, List<String> program, List<String> settings, String key)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(program);
        command.add("--server.port=" + port);
        settings.forEach(setting -> command.add("--" + setting));
        long begin = System.nanoTime();
        Process process = start(command, log);
        // Whoever ends this by a signal ends the service too.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        Client client = new Client(port, key);
        while (!client.isUp()) {
            if (!process.isAlive()) {
                throw new IOException("the service ended with " + process.exitValue() + ", see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        client.place();
        return new Service(process, client, port, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Verifies what is stored, which no service has open. */
    public static Process verify(Path log, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(SCRIPT, "verify"));
        command.addAll(arguments);
        return start(command, log);
    }

    private static Process start(List<String> command, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().merge("JDK_JAVA_OPTIONS", "-Xmx1g", (given, ours) -> ours + " " + given);
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** The Java that runs this. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public Client client() {
        return client;
    }

    /** From the start of its process to the first order that it answered. */
    public Duration startUp() {
        return startUp;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public long pid() {
        return process.pid();
    }

    /** What its process used until now. */
    public Use use() throws IOException {
        return Use.of(process.pid());
    }

    /** Bytes of its heap that are still reachable. */
    public long liveHeapBytes() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        String pid = Long.toString(process.pid());
        output(jcmd, pid, "GC.run");
        String heap = output(jcmd, pid, "GC.heap_info");
        Matcher used = Pattern.compile("used (\\d+)K").matcher(heap);
        if (!used.find()) {
            throw new IOException(heap);
        }
        return Long.parseLong(used.group(1)) * 1024;
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(output);
        }
        return output;
    }

    /** Without a chance to end in order. */
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
