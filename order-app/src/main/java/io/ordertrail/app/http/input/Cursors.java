package io.ordertrail.app.http.input;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Cursors for {@code after}; null at either end of the list.
 *
 * @param end on the last page, behind its last row: asked for later, what has come there since; null while there is a
 *     next page, and where nothing was found from the beginning on
 * @param unreadable rows of the page that are left out because they cannot be read
 */
public record Cursors(
        @Nullable String next,
        @Nullable String prev,

        @Schema(description = "On the last page: the cursor from which to read later items") @Nullable
        String end,

        int limit,
        long unreadable) {

    /** The value of the Link header (RFC 8288): the same question, asked for the pages beside this one. */
    public String links(HttpServletRequest request) {
        List<String> links = new ArrayList<>();
        links.add(link(request, null, "first"));
        if (next != null) {
            links.add(link(request, next, "next"));
        }
        if (prev != null) {
            links.add(link(request, prev, "prev"));
        }
        return String.join(", ", links);
    }

    private static String link(HttpServletRequest request, @Nullable String cursor, String relation) {
        UriComponentsBuilder target = UriComponentsBuilder.newInstance();
        Map<String, Object> sent = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("after")) {
                for (String value : values) {
                    String variable = "v" + sent.size();
                    sent.put(variable, value);
                    target.queryParam(name, "{" + variable + "}");
                }
            }
        });
        target.uriVariables(sent);
        if (cursor != null) {
            target.queryParam("after", "{after}").uriVariables(Map.of("after", cursor));
        }
        // The path as it came, which is encoded already.
        return "<" + request.getRequestURI() + target.encode().build().toUriString() + ">; rel=\"" + relation + "\"";
    }
}
