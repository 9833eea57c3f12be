package io.ordertrail.app.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.RequestRefusal.ViewBehind;
import io.ordertrail.app.FrontDoor;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.http.HttpStatus;

/** The one list of problems: nothing is missing in it, and nothing that it has is never told. */
class ProblemCodeTest {

    private static final Path SOURCES = Path.of("src/main/java/io/ordertrail/app/http");

    @Test
    void finding_3_9_every_refusal_and_every_no_of_the_door_is_explained_with_its_status() throws Exception {
        Map<String, Integer> told = new TreeMap<>(refusals());
        told.putAll(ofTheDoor());
        Map<String, Integer> listed =
                ProblemCode.ALL.stream().collect(Collectors.toMap(ProblemCode::code, ProblemCode::status));
        assertThat(new TreeMap<>(listed)).isEqualTo(told);
        assertThat(ProblemCode.ALL).extracting(ProblemCode::status).isSorted();
        assertThat(ProblemCode.ALL).extracting(ProblemCode::meaning).allMatch(meaning -> meaning.endsWith("."));
    }

    /** By their types; those that tell a code of another, and what is answered 202, are no codes of their own. */
    private static Map<String, Integer> refusals() throws Exception {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Refusal.class));
        Map<String, Integer> found = new TreeMap<>();
        for (var bean : scan.findCandidateComponents("io.ordertrail.api")) {
            Class<?> type = Class.forName(bean.getBeanClassName());
            boolean another = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .anyMatch("code"::equals);
            if (!another && type != ViewBehind.class) {
                Refusal refusal = (Refusal) blank(type);
                found.put(refusal.code(), Problems.status(refusal).value());
            }
        }
        assertThat(found).hasSizeGreaterThan(100);
        return found;
    }

    /** A record with nothing in it, which is enough to ask it what kind it is. */
    private static Object blank(Class<?> type) throws Exception {
        RecordComponent[] parts = type.getRecordComponents();
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(
                Arrays.stream(parts).map(part -> nothing(part.getType())).toArray());
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (!type.isPrimitive()) {
            return type == List.class ? List.of() : null;
        }
        return type == boolean.class ? (Object) false : type == int.class ? (Object) 0 : (Object) 0L;
    }

    private static Map<String, Integer> ofTheDoor() throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        Pattern said = Pattern.compile("HttpStatus\\.([A-Z_]+),\\s*\"([A-Z_]+)\"");
        for (String file : List.of("problem/Rejected.java", "render/ProblemAdvice.java", "problem/Problems.java")) {
            Matcher codes = said.matcher(Files.readString(SOURCES.resolve(file)));
            while (codes.find()) {
                found.put(codes.group(2), HttpStatus.valueOf(codes.group(1)).value());
            }
        }
        // Chosen by the server's machinery, and named by their status.
        for (HttpStatus status : List.of(
                HttpStatus.NOT_FOUND,
                HttpStatus.METHOD_NOT_ALLOWED,
                HttpStatus.URI_TOO_LONG,
                HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                HttpStatus.INTERNAL_SERVER_ERROR)) {
            found.put(StatusProblems.code(status), status.value());
        }
        return found;
    }

    @Test
    void finding_3_9_the_type_of_a_problem_opens_a_page_about_it() {
        try (FrontDoor door = FrontDoor.open()) {
            HttpResponse<String> problem = door.get("/api/v1/orders?status=SHUT");
            String type = FrontDoor.json(problem).get("type").asString();
            HttpResponse<String> page = door.send(door.request(type).header("Accept", "application/problem+json"));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
            assertThat(page.body()).contains("MALFORMED_REQUEST", "(400)", "cannot be read");
            String all = door.get("/problems").body();
            assertThat(ProblemCode.ALL).allMatch(code -> all.contains("id=\"" + code.name() + "\""));
            assertThat(door.get("/problems/nothing-of-the-kind").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void finding_3_9_the_description_of_the_api_names_every_code() {
        try (FrontDoor door = FrontDoor.open()) {
            var code = FrontDoor.json(door.get("/v3/api-docs")).at("/components/schemas/Problem/properties/code");
            Set<String> named = new TreeSet<>();
            code.get("x-extensible-enum").forEach(each -> named.add(each.asString()));
            assertThat(named)
                    .containsExactlyElementsOf(ProblemCode.ALL.stream()
                            .map(ProblemCode::code)
                            .sorted()
                            .toList());
            assertThat(code.get("description").asString()).contains("TOTAL_MISMATCH");
        }
    }

    @Test
    void the_reference_is_made_from_the_list() throws IOException {
        String text =
                "# Problems\n\nMade from the list that `/problems` shows (`order-app/src/main/resources/problems/codes.tsv`)."
                        + " Each problem (RFC 9457) has its `code`, and as `type` the address of a page about it.\n\n"
                        + "| code | status | |\n|---|---|---|\n"
                        + ProblemCode.ALL.stream()
                                .map(code ->
                                        "| `" + code.code() + "` | " + code.status() + " | " + code.meaning() + " |\n")
                                .collect(Collectors.joining())
                        + "\n## Faults\n\nA problem may tell the parts of the request at fault in `errors`. Each has a"
                        + " `code` of this list (`FaultCode`), or that of its problem.\n\n| code | |\n|---|---|\n"
                        + Arrays.stream(FaultCode.values())
                                .map(code -> "| `" + code + "` | " + code.meaning() + " |\n")
                                .collect(Collectors.joining());
        assertThat(Files.readString(Path.of("../docs/reference/problems.md"))).isEqualTo(text);
    }
}
