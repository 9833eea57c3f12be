package io.ordertrail.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What docs/reference/settings.md says, held against what the compiler found of the settings. */
class SettingsPageTest {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final Pattern ROW =
            Pattern.compile("^\\| `([\\w.-]+)` \\| ([^|]+) \\| [^|]+ \\|$", Pattern.MULTILINE);

    private final Map<String, JsonNode> known = known();
    private final Map<String, String> page = page();

    @Test
    void every_setting_of_the_page_is_there() {
        assertThat(page).hasSizeGreaterThan(20);
        assertThat(known.keySet()).containsAll(page.keySet());
    }

    @Test
    void every_setting_of_ours_is_on_the_page_and_described() {
        Map<String, JsonNode> ours = new HashMap<>(known);
        ours.keySet().removeIf(name -> !name.startsWith("ordertrail."));
        assertThat(page.keySet()).containsAll(ours.keySet());
        ours.forEach((name, setting) ->
                assertThat(setting.path("description").asString("")).as(name).isNotBlank());
    }

    @Test
    void the_page_has_the_default_of_each() {
        page.forEach((name, value) -> {
            if (name.startsWith("ordertrail.") && value.startsWith("`")) {
                assertThat(text(known.get(name).path("defaultValue"))).as(name).isEqualTo(value.replace("`", ""));
            }
        });
    }

    /** Of a list the compiler writes {@code [1m, 5m]}. */
    private static String text(JsonNode value) {
        return value.asString("").replaceAll("[\\[\\] ]", "");
    }

    /** Each setting with its default, which is in backticks unless it is said in words. */
    private static Map<String, String> page() {
        Map<String, String> page = new HashMap<>();
        try {
            ROW.matcher(Files.readString(Path.of("..", "docs", "reference", "settings.md")))
                    .results()
                    .forEach(row -> page.put(row.group(1), row.group(2)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return page;
    }

    private static Map<String, JsonNode> known() {
        Map<String, JsonNode> known = new HashMap<>();
        try {
            for (URL each :
                    Collections.list(SettingsPageTest.class.getClassLoader().getResources(METADATA))) {
                try (InputStream json = each.openStream()) {
                    JsonMapper.shared()
                            .readTree(json)
                            .path("properties")
                            .forEach(setting -> known.put(setting.path("name").asString(), setting));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return known;
    }
}
