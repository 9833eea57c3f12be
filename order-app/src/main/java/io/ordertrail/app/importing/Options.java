package io.ordertrail.app.importing;

import io.ordertrail.app.importing.client.Patience;
import io.ordertrail.app.importing.client.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command line, checked. */
record Options(Path file, URI url, String channel, int parallel, String actor, Path rejects, Duration patience) {

    private static final int MAX_PARALLEL = 64;
    /** As the service wants it. */
    private static final Pattern ACTOR = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@+-]{0,99}");

    private static final Pattern CHANNEL = Pattern.compile("[A-Za-z0-9._-]{1,32}");

    /** @throws ParameterException with what is wrong, for a person */
    static Options of(
            CommandLine line,
            Path file,
            String url,
            String channel,
            int parallel,
            String actor,
            @Nullable Path rejects,
            int patience) {
        check(line, Files.exists(file), file + ": there is no such file");
        check(line, Files.isRegularFile(file), file + ": this is not a file");
        check(line, Files.isReadable(file), file + ": this file cannot be read");
        check(line, parallel >= 1 && parallel <= MAX_PARALLEL, "--parallel must be 1 to " + MAX_PARALLEL);
        check(line, patience >= 0, "--patience must not be negative");
        check(
                line,
                ACTOR.matcher(actor).matches(),
                "--actor must be 1 to 100 letters, digits or ._:@+- and begin with a letter or digit");
        check(
                line,
                CHANNEL.matcher(channel).matches(),
                "--channel must be 1 to 32 letters, digits, dots, dashes or underscores");
        Path beside = file.resolveSibling(stem(file) + ".rejects.csv");
        Path target = rejects == null ? beside : rejects;
        check(line, !same(file, target), "--rejects would overwrite " + file);
        Path folder = target.toAbsolutePath().getParent();
        check(line, folder != null && Files.isDirectory(folder), "--rejects: there is no folder " + folder);
        check(line, !Files.isDirectory(target), "--rejects: " + target + " is a folder");
        check(line, folder != null && Files.isWritable(folder), "--rejects: nothing can be written to " + folder);
        return new Options(file, uri(line, url), channel, parallel, actor, target, Duration.ofSeconds(patience));
    }

    /** In the environment, because everybody on the machine can read a command line. */
    private static final String KEY = "ORDERTRAIL_KEY";

    /** A client of the service with at most the patience that the command line allows. */
    Service service(Duration longest, Consumer<String> onWaiting) {
        Duration total = patience.compareTo(longest) < 0 ? patience : longest;
        return new Service(url, actor, System.getenv(KEY), Patience.of(total), onWaiting);
    }

    private static URI uri(CommandLine line, String url) {
        try {
            URI uri = new URI(url.replaceAll("/+$", ""));
            boolean http = uri.getScheme() != null && Set.of("http", "https").contains(uri.getScheme());
            check(
                    line,
                    http && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null,
                    urlHelp(url));
            return uri;
        } catch (URISyntaxException e) {
            throw new ParameterException(line, urlHelp(url), e);
        }
    }

    private static String urlHelp(String url) {
        return "--url must be an address like http://localhost:8080, not " + url;
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.csv$", "");
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void check(CommandLine line, boolean right, String otherwise) {
        if (!right) {
            throw new ParameterException(line, otherwise);
        }
    }
}
