package io.ordertrail.app.moment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DifferencesTest {

    private final JsonMapper json = JsonMapper.shared();
    private final Differences differences = new Differences(json);

    @Test
    void what_differs_is_said_in_words_by_the_ids_of_items() {
        assertThat(words(
                        "{'status':'PENDING','version':1,'totals':{'due':{'amount':'54.88','currency':'EUR'}},"
                                + "'lines':[{'lineId':'1','shipped':0},{'lineId':'2','shipped':0}],'note':null}",
                        "{'status':'CONFIRMED','version':4,'totals':{'due':{'amount':'0.00','currency':'EUR'}},"
                                + "'lines':[{'lineId':'2','shipped':0},{'lineId':'1','shipped':2}],"
                                + "'deadlines':[{'kind':'SHIP_BY','at':'2026-12-01'}]}"))
                .containsExactly(
                        "/status status: was PENDING and is CONFIRMED",
                        "/totals/due totals due: was 54.88 EUR and is 0.00 EUR",
                        "/lines/1/shipped lines 1 shipped: was 0 and is 2",
                        "/deadlines deadlines: [(kind SHIP_BY, at 2026-12-01)] is new");
        assertThat(words("{'hold':'FRAUD','a':[]}", "{'hold':null}")).containsExactly("/hold hold: FRAUD is gone");
    }

    @Test
    void the_patch_makes_of_the_earlier_answer_the_later_one_whatever_they_are() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            JsonNode before = answer(random);
            JsonNode after = answer(random);
            Diff diff = differences.between(before, after, 1, 2);
            assertThat(patched(before, json.writeValueAsString(diff.patch()))).isEqualTo(after);
            assertThat(diff.patch().isEmpty()).isEqualTo(before.equals(after));
        }
    }

    private List<String> words(String before, String after) {
        return differences.between(read(before), read(after), 1, 4).changes().stream()
                .map(change -> change.pointer() + " " + change.words())
                .toList();
    }

    private JsonNode read(String text) {
        return json.readTree(text.replace('\'', '"'));
    }

    private JsonNode patched(JsonNode before, String patch) {
        try (JsonReader operations = Json.createReader(new StringReader(patch));
                JsonReader document = Json.createReader(new StringReader(before.toString()))) {
            JsonArray steps = operations.readArray();
            return json.readTree(
                    Json.createPatch(steps).apply(document.readObject()).toString());
        }
    }

    private ObjectNode answer(Random random) {
        ObjectNode answer = json.createObjectNode();
        for (String name : List.of("a", "b/c", "d~e")) {
            switch (random.nextInt(4)) {
                case 0 -> answer.put(name, random.nextInt(3));
                case 1 -> answer.putNull(name);
                case 2 -> answer.set(name, json.valueToTree(numbers(random)));
                default -> answer.putObject(name).put("amount", String.valueOf(random.nextInt(3)));
            }
        }
        return answer;
    }

    private static List<Integer> numbers(Random random) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            numbers.add(random.nextInt(3));
        }
        return numbers;
    }
}
