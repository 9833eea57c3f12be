package io.ordertrail.app.http.input;

import static io.ordertrail.app.FrontDoor.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.app.http.problem.Problem;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** What every problem is, wherever it comes from. */
final class ProblemAnswer {

    private ProblemAnswer() {}

    /** The problem that {@code answer} must be, without a word about our classes. */
    static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(Problem.MEDIA_TYPE);
        assertThat(answer.body())
                .doesNotContain("io.ordertrail", "java.", "tools.jackson", "Exception", "\\tat ", "<html", "Tomcat");
        JsonNode problem = json(answer);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("traceId").asString()).matches("[0-9a-f]{32}");
        return problem;
    }
}
