package io.ordertrail.journey;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service as a process of its own, which can be killed. */
final class Child implements AutoCloseable {

    /** This build's. */
    static final Path JAR = Path.of("target", "order-app.jar");

    /** It starts in half the time that the jar alone takes. */
    private static final Path SCRIPT = Path.of("..", "ordertrail");

    /** As the tests themselves run: a process that is soon killed need not be compiled well. */
    private static final List<String> OPTIONS = List.of("-Xmx768m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    /** Of each of its generations. */
    private static final Pattern HEAP_USED = Pattern.compile("total \\d+K, used (\\d+)K");

    private final Process process;
    private final String url;

    private Child(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts the service on {@code port} and waits until it is ready. */
    static Child start(int port, Path log, List<String> settings) {
        return ready(script(log, arguments(port, settings)), port);
    }

    /** The same as people run it, with all of the compiler: for what is measured. */
    static Child startWarm(int port, Path log, List<String> settings) {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(arguments(port, settings));
        return ready(run(log, List.of("-Xmx2g"), command), port);
    }

    /** The same of another build, by its jar alone. */
    static Child startJar(Path jar, int port, Path log, List<String> settings) {
        return ready(jar(jar, log, arguments(port, settings)), port);
    }

    private static List<String> arguments(int port, List<String> settings) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=" + port));
        settings.forEach(setting -> arguments.add("--" + setting));
        return arguments;
    }

    private static Child ready(Process process, int port) {
        Child child = new Child(process, "http://127.0.0.1:" + port);
        try {
            await().atMost(Duration.ofSeconds(180)).until(child::isReady);
        } catch (RuntimeException e) {
            // Nobody else knows of it.
            child.process.destroyForcibly();
            throw e;
        }
        return child;
    }

    /** Starts {@link HaltingApp} in the same way, from the class path of the tests. */
    static Child startHalting(int port, Path log, List<String> settings) {
        return startApp(HaltingApp.class, port, log, settings);
    }

    /** Starts {@code main}, a class of the tests, in the same way. */
    static Child startApp(Class<?> main, int port, Path log, List<String> settings) {
        List<String> arguments = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        arguments.add("--server.port=" + port);
        settings.forEach(setting -> arguments.add("--" + setting));
        Child child = new Child(java(log, arguments), "http://127.0.0.1:" + port);
        await().atMost(Duration.ofSeconds(90)).until(child::isReady);
        return child;
    }

    /** Runs {@code ./ordertrail} with {@code arguments}, its output appended to {@code log}. */
    static Process script(Path log, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(arguments);
        return run(log, command);
    }

    /** The same without the script, by the jar alone. */
    static Process jar(Path log, List<String> arguments) {
        return jar(JAR, log, arguments);
    }

    static Process jar(Path jar, Path log, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("-jar", jar.toString()));
        all.addAll(arguments);
        return java(log, all);
    }

    private static Process java(Path log, List<String> arguments) {
        List<String> command =
                new ArrayList<>(List.of(JAVA_HOME.resolve("bin").resolve("java").toString()));
        command.addAll(arguments);
        return run(log, command);
    }

    private static Process run(Path log, List<String> command) {
        return run(log, OPTIONS, command);
    }

    private static Process run(Path log, List<String> options, List<String> command) {
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("JAVA_HOME", JAVA_HOME.toString());
        process.environment().put("JDK_JAVA_OPTIONS", String.join(" ", options));
        try {
            return process.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return url;
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Sends a signal, as kill does: STOP freezes it, CONT lets it go on, TERM asks it to end. */
    void signal(String name) throws IOException, InterruptedException {
        int sent = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (sent != 0) {
            throw new IOException("kill -" + name + " failed with " + sent);
        }
    }

    /** Asks the JVM itself, by jcmd, and returns its answer. */
    String ask(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(
                List.of(JAVA_HOME.resolve("bin").resolve("jcmd").toString(), Long.toString(process.pid())));
        all.addAll(List.of(command));
        Process jcmd = new ProcessBuilder(all).redirectErrorStream(true).start();
        String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException(all + " failed: " + answer);
        }
        return answer;
    }

    /** Bytes of its heap that are still reachable. */
    long liveHeapBytes() throws IOException, InterruptedException {
        ask("GC.run");
        Matcher used = HEAP_USED.matcher(ask("GC.heap_info"));
        long kib = 0;
        while (used.find()) {
            kib += Long.parseLong(used.group(1));
        }
        return kib * 1024;
    }

    /** Its exit code, once it has ended by itself. */
    int exitCode(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the service did not end in " + patience);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the service did not stop in 30 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private boolean isReady() throws Exception {
        if (!process.isAlive()) {
            throw new IllegalStateException("the service ended with " + process.exitValue());
        }
        try {
            HttpRequest health = HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HttpClient.newHttpClient()
                            .send(health, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (ConnectException | java.net.http.HttpTimeoutException e) {
            return false;
        }
    }
}
