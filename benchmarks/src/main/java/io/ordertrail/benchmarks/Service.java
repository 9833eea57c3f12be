package io.ordertrail.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process, from its start to its first answered request and to its end. */
final class Service implements AutoCloseable {

    static final Path JAR = Path.of("order-app", "target", "order-app.jar");

    private final Process process;
    private final Client client;
    private final Duration startUp;

    private Service(Process process, Client client, Duration startUp) {
        this.process = process;
        this.client = client;
        this.startUp = startUp;
    }

    /** Starts it and returns when it has answered a first order with 201. */
    static Service start(Path log, List<String> settings) throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-jar",
                JAR.toString(),
                "--server.port=" + port));
        settings.forEach(setting -> command.add("--" + setting));
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Client client = new Client("http://127.0.0.1:" + port);
        while (!client.isUp()) {
            if (!process.isAlive()) {
                throw new IOException("the service ended with " + process.exitValue() + ", see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        client.place();
        return new Service(process, client, Duration.ofNanos(System.nanoTime() - begin));
    }

    Client client() {
        return client;
    }

    Duration startUp() {
        return startUp;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
