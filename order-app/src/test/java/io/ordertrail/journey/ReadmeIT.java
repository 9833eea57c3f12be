package io.ordertrail.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The README and the tutorial are true: their requests, in this order, get the answers that they show. */
class ReadmeIT {

    private static final Pattern STEP =
            Pattern.compile("```sh\\ncurl (.*?)\\n```.*?```json\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern URL = Pattern.compile("localhost:8080([^' \\\\\\n]+)");
    private static final Pattern HEADER = Pattern.compile("-H '([^:]+): ([^']+)'");
    private static final Pattern BODY = Pattern.compile("-d '([^']+)'");

    @Test
    void every_request_of_the_readme_and_the_tutorial_gets_the_answer_that_it_shows() throws IOException {
        try (InProcess service = InProcess.start(List.of("ordertrail.data-dir=" + InProcess.newDataDir()))) {
            Shop shop = new Shop(service.url(), Contracted.by(service.url()));
            assertThat(answeredAsShown(shop, "README.md")).isEqualTo(2);
            assertThat(answeredAsShown(shop, "docs/tutorial/first-order.md")).isEqualTo(17);
            assertThat(answeredAsShown(shop, "docs/tutorial/time-travel.md")).isEqualTo(8);
        }
    }

    /** How many requests the page has. */
    private static int answeredAsShown(Shop shop, String page) throws IOException {
        String year = Year.now(ZoneOffset.UTC).toString();
        String text = Files.readString(Path.of("..", page)).replace("2026-000001", year + "-000001");
        Matcher steps = STEP.matcher(text);
        int count = 0;
        for (; steps.find(); count++) {
            HttpRequest.Builder request = request(shop, steps.group(1));
            JsonNode shown = JsonMapper.shared().readTree(steps.group(2));
            // A list is a projection: it shows an order a moment after its placement was answered.
            await().untilAsserted(() -> contains(shop.send(request).body(), shown, ""));
        }
        return count;
    }

    private static HttpRequest.Builder request(Shop shop, String curl) {
        HttpRequest.Builder request = shop.request(first(URL, curl));
        Matcher headers = HEADER.matcher(curl);
        while (headers.find()) {
            request.header(headers.group(1), headers.group(2));
        }
        if (!BODY.matcher(curl).find()) {
            return request.GET();
        }
        return request.method(curl.startsWith("-X PUT") ? "PUT" : "POST", BodyPublishers.ofString(first(BODY, curl)));
    }

    private static String first(Pattern pattern, String text) {
        Matcher match = pattern.matcher(text);
        assertThat(match.find()).as("%s in %s", pattern, text).isTrue();
        return match.group(1);
    }

    /** What a page shows is part of the answer; it leaves out members, but none of a list. */
    private static void contains(JsonNode actual, JsonNode shown, String where) {
        if (shown.isObject()) {
            for (Map.Entry<String, JsonNode> member : shown.properties()) {
                contains(actual.path(member.getKey()), member.getValue(), where + "/" + member.getKey());
            }
        } else if (shown.isArray()) {
            assertThat(actual.size()).as(where).isEqualTo(shown.size());
            for (int i = 0; i < shown.size(); i++) {
                contains(actual.get(i), shown.get(i), where + "/" + i);
            }
        } else {
            assertThat(actual).as(where).isEqualTo(shown);
        }
    }
}
