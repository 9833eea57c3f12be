package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.app.OrderApp;
import io.ordertrail.app.access.Provider;
import io.ordertrail.app.keys.Keys;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * What docs/how-to/secure-it.md says of keys, tokens and guests is true: its commands, in this order, do as it says.
 */
class SecureItIT {

    private static final String ORDERS = "/api/v1/orders";
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)\n```", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("-H \"([^:]+): ([^\"]+)\"|-d '([^']+)'|-X (\\w+)");

    private final Path dataDir = InProcess.newDataDir();
    private final List<String> commands = commands();
    private int next;

    @Test
    void every_command_about_keys_tokens_and_guests_does_what_the_page_says() {
        String till = keys(command("./ordertrail keys create")).strip();
        String admin = keys("create --name=admin --role=ADMIN").strip();
        String other = keys("create --name=other --role=SUPPORT").strip();
        String order;
        String scanner;
        List<String> offline;
        try (InProcess service = start()) {
            Shop shop = new Shop(service.url(), reply -> {});
            shop.get(ORDERS).expect(401);
            run(shop, command("curl"), till, "").expect(200);
            order = shop.post(ORDERS, Shop.ORDER, "Authorization", "Bearer " + till)
                    .expect(201)
                    .at("/id");
            offline = Stream.of("list", "roll", "revoke")
                    .map(what -> command("./ordertrail keys " + what))
                    .toList();
            assertThat(run(shop, command("curl"), admin, "").expect(200).http().body())
                    .contains("till", "admin");
            Reply made = run(shop, command("curl"), admin, "").expect(200);
            scanner = made.at("/key/id");
            assertThat(made.at("/secret")).startsWith("otk_" + scanner);
            assertThat(run(shop, command("curl -X POST"), admin, scanner)
                            .expect(200)
                            .at("/key/secrets"))
                    .isEqualTo("2");
            assertThat(run(shop, command("curl -X DELETE"), admin, scanner)
                            .expect(200)
                            .at("/state"))
                    .isEqualTo("WITHDRAWN");
        }
        assertThat(keys(offline.get(0))).contains("till", "withdrawn");
        String id = till.substring(4, 12);
        assertThat(keys(offline.get(1).replace("ID", id))).startsWith("otk_" + id);
        assertThat(keys(offline.get(2).replace("ID", id))).isEmpty();
        Provider provider = new Provider();
        try (InProcess service = startFor(provider, command("./ordertrail --ordertrail.security.issuer"))) {
            Shop shop = new Shop(service.url(), reply -> {});
            Map<String, Object> claims = provider.claims("anna@example.org");
            claims.put("roles", List.of("Support"));
            String anna = provider.token(claims);
            bearer(shop, anna).expect(200);
            run(shop, command("curl"), admin, "").expect(200);
            assertThat(bearer(shop, anna).expect(401).at("/code")).isEqualTo("TOKEN_WITHDRAWN");
            Reply listed = run(shop, command("curl"), admin, "").expect(200);
            run(shop, command("curl -X DELETE"), admin, listed.at("/items/0/id"))
                    .expect(200);
            bearer(shop, anna).expect(200);
            Reply link = run(shop, command("curl").replace("ORDER", order), other, "")
                    .expect(200);
            String guest = command("curl").replace("NUMBER", link.at("/number")).replace("$WORD", link.at("/word"));
            assertThat(run(shop, guest, "", "").expect(200).at("/id")).isEqualTo(order);
            assertThat(run(shop, command("curl"), other, "")
                            .expect(200)
                            .body()
                            .at("/items")
                            .isArray())
                    .isTrue();
        } finally {
            provider.close();
        }
        assertThat(commands.subList(next, commands.size()))
                .as("what is left is about TLS and proxies: TransportTest")
                .allMatch(command -> command.startsWith("./ordertrail --server."));
    }

    private static Reply bearer(Shop shop, String token) {
        return shop.get(ORDERS, "Authorization", "Bearer " + token);
    }

    /** The next command of the page, which begins so. */
    private String command(String begin) {
        String command = commands.get(next++);
        assertThat(command).startsWith(begin);
        return command;
    }

    private static List<String> commands() {
        try {
            String page = Files.readString(Path.of("..", "docs/how-to/secure-it.md"));
            return BLOCK.matcher(page)
                    .results()
                    .flatMap(block -> block.group(1).replaceAll("\\\\\n *", "").lines())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Reply run(Shop shop, String curl, String key, String id) {
        String address = curl.replaceFirst(".*?localhost:8080(\\S+).*", "$1").replace("/ID", "/" + id);
        HttpRequest.Builder request = shop.request(address);
        String method = "GET";
        String body = null;
        Matcher options = OPTION.matcher(curl);
        while (options.find()) {
            if (options.group(1) != null) {
                request.header(options.group(1), options.group(2).replace("$KEY", key));
            } else if (options.group(3) != null) {
                body = options.group(3);
                method = "POST";
            } else {
                method = options.group(4);
            }
        }
        return shop.send(
                request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private InProcess start(String... settings) {
        return InProcess.start(Stream.concat(Stream.of("ordertrail.data-dir=" + dataDir), Stream.of(settings))
                .toList());
    }

    /** With the issuer of {@code provider} in the place of the page's. */
    private InProcess startFor(Provider provider, String command) {
        return start(Stream.of(command.split(" "))
                .skip(1)
                .map(setting -> setting.substring("--".length())
                        .replaceFirst("https://id.example/realms/shop", provider.issuer()))
                .toArray(String[]::new));
    }

    private String keys(String command) {
        StringWriter out = new StringWriter();
        List<String> arguments = new ArrayList<>(
                List.of(command.replace("./ordertrail keys ", "").split(" ")));
        arguments.add("--data-dir=" + dataDir);
        int ended = new CommandLine(new Keys(OrderApp.class))
                .setOut(new PrintWriter(out, true))
                .execute(arguments.toArray(String[]::new));
        assertThat(ended).as(command).isZero();
        return out.toString();
    }
}
