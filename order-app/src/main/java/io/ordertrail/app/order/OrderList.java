package io.ordertrail.app.order;

import io.ordertrail.api.order.OrderPage;
import io.ordertrail.api.order.OrderSummary;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** A page of orders as it is answered. */
record OrderList(List<OrderSummary> items, Page page) {

    /**
     * Cursors for {@code after}; null at either end of the list.
     *
     * @param unreadable orders of the page that are left out because their rows cannot be read
     */
    record Page(@Nullable String next, @Nullable String prev, int limit, long unreadable) {}

    static OrderList of(OrderPage page, int limit) {
        return new OrderList(page.items(), new Page(page.next(), page.prev(), limit, page.unreadable()));
    }

    /** The value of the Link header (RFC 8288): the same question, asked for the pages beside this one. */
    String links(HttpServletRequest request) {
        List<String> links = new ArrayList<>();
        links.add(link(request, null, "first"));
        if (page.next() != null) {
            links.add(link(request, page.next(), "next"));
        }
        if (page.prev() != null) {
            links.add(link(request, page.prev(), "prev"));
        }
        return String.join(", ", links);
    }

    private static String link(HttpServletRequest request, @Nullable String cursor, String relation) {
        UriComponentsBuilder target = UriComponentsBuilder.fromPath(request.getServletPath());
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("after")) {
                target.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, values[0]));
            }
        });
        if (cursor != null) {
            target.queryParam("after", "{after}").uriVariables(Map.of("after", cursor));
        }
        return "<" + target.encode().build().toUriString() + ">; rel=\"" + relation + "\"";
    }
}
