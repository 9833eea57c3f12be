package io.ordertrail.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Takes the figures of docs/reference/figures.md and prints them as they stand there. */
public final class Figures {

    private static final int ROUNDS = Integer.getInteger("rounds", 9);
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("seconds", 4));
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final String PAUSED = "ordertrail.processors.auto-start=false";

    private final Path folder;

    private Figures(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("ordertrail-figures-");
        try {
            new Figures(folder).take(arguments);
        } finally {
            delete(folder);
        }
    }

    private void take(String[] arguments) throws Exception {
        String chosen = System.getProperty("parts", "");
        List<String> asked = chosen.isEmpty() ? List.of(arguments) : List.of(chosen.split(","));
        List<String> parts = asked.isEmpty()
                ? List.of(
                        "start",
                        "placed-h2",
                        "visible-h2",
                        "stock-h2",
                        "accounts-h2",
                        "lists-h2",
                        "placed-postgresql",
                        "visible-postgresql",
                        "stock-postgresql",
                        "accounts-postgresql",
                        "lists-postgresql")
                : asked;
        for (String part : parts) {
            switch (part) {
                case "start" -> startUp();
                case "placed-h2" -> placedOnH2();
                case "visible-h2" -> visible("H2, WRITE_DELAY=0", h2Settings("h2-visible"));
                case "placed-postgresql" -> placedOnPostgreSql();
                case "visible-postgresql" -> visibleOnPostgreSql();
                case "accounts-h2" -> accounts("H2, WRITE_DELAY=0", h2Settings("h2-accounts"));
                case "accounts-postgresql" -> accountsOnPostgreSql();
                case "lists-h2" -> listsOnH2();
                case "lists-postgresql" -> listsOnPostgreSql();
                case "stock-h2" -> stock("one item, H2, WRITE_DELAY=0", h2Settings("h2-stock"));
                case "stock-postgresql" -> stockOnPostgreSql();
                default -> throw new IllegalArgumentException("no such part: " + part);
            }
        }
    }

    private void startUp() throws Exception {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            try (Service service = Service.start(folder.resolve("log"), h2Settings("start-" + i))) {
                millis.add(service.startUp().toMillis());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "start to first answered order: %s ms; jar %.1f MB%n",
                millis,
                Files.size(Service.JAR) / 1e6);
    }

    private void placedOnH2() throws Exception {
        String url = "jdbc:h2:file:" + folder.toAbsolutePath()
                + "/plain;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0";
        try (PlainJdbc plain = PlainJdbc.on(url)) {
            compare("R1a H2, WRITE_DELAY=0, processors paused", plain, h2Settings("h2-paused"), PAUSED);
            compare("R1b H2, WRITE_DELAY=0, every projection on", plain, h2Settings("h2"), null);
        }
    }

    private void placedOnPostgreSql() throws Exception {
        try (EmbeddedPostgres postgres = postgres();
                PlainJdbc plain = PlainJdbc.on(postgres.getJdbcUrl("postgres", "postgres"))) {
            compare("R1a PostgreSQL, fsync on, processors paused", plain, settings(postgres), PAUSED);
            compare("R1b PostgreSQL, fsync on, every projection on", plain, settings(postgres), null);
        }
    }

    private void visibleOnPostgreSql() throws Exception {
        try (EmbeddedPostgres postgres = postgres()) {
            visible("PostgreSQL, fsync on", settings(postgres));
        }
    }

    private void compare(
            String figure, PlainJdbc plain, List<String> settings, @org.jspecify.annotations.Nullable String more)
            throws Exception {
        List<String> all = new ArrayList<>(settings);
        if (more != null) {
            all.add(more);
        }
        try (Service service = Service.start(folder.resolve("log"), all)) {
            Client client = service.client();
            // The just-in-time compiler shares two cores with the load: it takes this long until the rate stands still.
            Load.perSecond(WARM_UP, client::place);
            Load.perSecond(ROUND, plain::insert);
            Ratios ratios = new Ratios();
            long worstLag = 0;
            for (int round = 0; round < ROUNDS; round++) {
                // A B B A, so that a drift of the machine's speed favours neither.
                boolean first = round % 2 == 0;
                double ours = first ? Load.perSecond(ROUND, client::place) : 0;
                double theirs = Load.perSecond(ROUND, plain::insert);
                ratios.add(first ? ours : Load.perSecond(ROUND, client::place), theirs);
                worstLag = Math.max(worstLag, more == null ? client.lag() : 0);
            }
            System.out.println(ratios.row(figure));
            if (more == null) {
                System.out.printf("  lag after a round, at most: %d events%n", worstLag);
            }
        }
    }

    private void stockOnPostgreSql() throws Exception {
        try (EmbeddedPostgres postgres = postgres()) {
            List<String> settings = new ArrayList<>(settings(postgres));
            settings.add("spring.datasource.username=postgres");
            stock("one item, PostgreSQL, fsync on", settings);
        }
    }

    private static void stock(String figure, List<String> settings) throws Exception {
        try (Shelves shelves = Shelves.open(settings)) {
            Load.perSecond(ROUND.multipliedBy(2), shelves::reserveOfOne);
            Load.perSecond(ROUND.multipliedBy(2), shelves::reserveOfMany);
            Ratios ratios = new Ratios();
            for (int round = 0; round < ROUNDS; round++) {
                boolean first = round % 2 == 0;
                double one = first ? Load.perSecond(ROUND, shelves::reserveOfOne) : 0;
                double many = Load.perSecond(ROUND, shelves::reserveOfMany);
                ratios.add(first ? one : Load.perSecond(ROUND, shelves::reserveOfOne), many);
            }
            System.out.println(ratios.row(figure));
        }
    }

    /** On a service of its own, so that the orders of the other figures do not lie in its way. */
    private void visible(String store, List<String> settings) throws Exception {
        try (Service service = Service.start(folder.resolve("log"), settings)) {
            Load.perSecond(WARM_UP.dividedBy(2), service.client()::place);
            while (service.client().lag() > 0) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            // The same load once more for the just-in-time compiler: its first seconds tell of that alone.
            Visibility.measure(service.client(), WARM_UP.dividedBy(2));
            System.out.println("| " + store + " | " + Visibility.measure(service.client(), WARM_UP) + " |");
        }
    }

    private void accountsOnPostgreSql() throws Exception {
        try (EmbeddedPostgres postgres = postgres()) {
            accounts("PostgreSQL, fsync on", settings(postgres));
        }
    }

    private void accounts(String store, List<String> settings) throws Exception {
        try (Service service = Service.start(folder.resolve("log"), settings)) {
            System.out.println(LongAccounts.measure(store, service.client(), ROUNDS));
        }
    }

    private void listsOnH2() throws Exception {
        Path data = folder.resolve("h2-lists");
        String url = "jdbc:h2:file:" + data.toAbsolutePath().resolve("ordertrail")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;CACHE_SIZE=1000000";
        Lists.measure("H2, WRITE_DELAY=0", folder.resolve("log"), h2Settings("h2-lists"), url, "ordertrail");
    }

    private void listsOnPostgreSql() throws Exception {
        try (EmbeddedPostgres postgres = postgres()) {
            Lists.measure(
                    "PostgreSQL, fsync on",
                    folder.resolve("log"),
                    settings(postgres),
                    postgres.getJdbcUrl("postgres", "postgres"),
                    "postgres");
        }
    }

    /** An H2 file grows by gigabytes a minute under full load, because it keeps what was overwritten for a while. */
    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private static List<String> settings(EmbeddedPostgres postgres) {
        return List.of("spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"));
    }

    private List<String> h2Settings(String name) {
        return List.of("ordertrail.data-dir=" + folder.resolve(name));
    }
}
