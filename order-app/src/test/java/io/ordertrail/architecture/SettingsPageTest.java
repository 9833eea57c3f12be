package io.ordertrail.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table of settings in the README, held against what the compiler found of them. */
class SettingsPageTest {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final Pattern ROW =
            Pattern.compile("^\\| (`(?:ordertrail|server)\\.[^|]+) \\| ([^|]+) \\| [^|]+ \\|$", Pattern.MULTILINE);
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private final Map<String, JsonNode> known = known();
    private final Map<String, String> page = page();

    @Test
    void every_setting_of_the_readme_is_there() {
        assertThat(page).hasSizeGreaterThan(20);
        assertThat(known.keySet()).containsAll(page.keySet());
    }

    @Test
    void the_readme_has_the_default_of_each() {
        page.forEach((name, value) -> {
            if (name.startsWith("ordertrail.") && !value.isEmpty()) {
                assertThat(text(known.get(name).path("defaultValue"))).as(name).isEqualTo(value);
            }
        });
    }

    @Test
    void every_setting_of_ours_is_described() {
        assertThat(known.entrySet().stream()
                        .filter(each -> each.getKey().startsWith("ordertrail."))
                        .filter(each -> each.getValue().path("description").asString("").isBlank())
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.asString("");
        }
        List<String> all = new ArrayList<>();
        value.forEach(each -> all.add(each.asString()));
        return String.join(",", all);
    }

    /** Each setting with its default, which is empty where it is said in words. A name without its beginning has that of the one before. */
    private static Map<String, String> page() {
        Map<String, String> page = new HashMap<>();
        ROW.matcher(read()).results().forEach(row -> {
            List<String> names = quoted(row.group(1));
            List<String> values = quoted(row.group(2));
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                if (i > 0 && !name.startsWith("server.")) {
                    String first = names.get(0);
                    name = first.substring(0, first.lastIndexOf('.') + 1) + name.replaceFirst("^\\.", "");
                }
                page.put(name, i < values.size() ? values.get(i) : "");
            }
        });
        return page;
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String read() {
        try {
            return Files.readString(Path.of("..", "README.md"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
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
