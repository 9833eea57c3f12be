package io.ordertrail.app.http.render;

import io.ordertrail.app.http.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;

/** What the type of a problem leads to: a page that explains it, whatever media type is asked for. */
@Hidden
@RestController
class ProblemPages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    @GetMapping("/problems")
    ResponseEntity<byte[]> all() {
        return page("Problems", ProblemCode.ALL);
    }

    @GetMapping("/problems/{name}")
    ResponseEntity<byte[]> one(@PathVariable String name) {
        ProblemCode code = ProblemCode.named(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return page(code.title(), List.of(code));
    }

    private static ResponseEntity<byte[]> page(String title, List<ProblemCode> codes) {
        String text = codes.stream().map(ProblemPages::section).collect(Collectors.joining());
        String html = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>" + escaped(title)
                + "</title><style>body{font-family:sans-serif;max-width:45em;margin:2em auto;padding:0 1em}</style>"
                + "<h1>" + escaped(title) + "</h1>" + text
                + "<p><a href=\"/problems\">All problems</a> · <a href=\"/swagger-ui.html\">API</a></p></html>\n";
        return ResponseEntity.ok().contentType(HTML).body(html.getBytes(StandardCharsets.UTF_8));
    }

    private static String section(ProblemCode code) {
        return "<h2 id=\"" + code.name() + "\"><a href=\"" + ProblemCode.type(code.code()) + "\"><code>" + code.code()
                + "</code></a> (" + code.status() + ")</h2><p>" + escaped(code.meaning()) + "</p><p>"
                + escaped(ProblemCode.remedy(code.status())) + "</p>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
