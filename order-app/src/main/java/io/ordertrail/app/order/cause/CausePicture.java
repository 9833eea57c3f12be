package io.ordertrail.app.order.cause;

import io.ordertrail.api.order.view.OrderCauses;
import io.ordertrail.api.order.view.OrderCauses.Edge;
import io.ordertrail.api.order.view.OrderCauses.Node;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.util.HtmlUtils;

/**
 * Draws causes as SVG 1.1: a row for each event, in their order, and a lane for each stream. What is said of an event
 * is shown beside it, and whole when the pointer rests on it. Sizes are in pixels.
 */
final class CausePicture {

    private static final int LANE = 170;
    private static final int ROW = 30;
    private static final int TOP = 50;
    private static final int BOX_WIDTH = 158;
    private static final int BOX_HEIGHT = 20;
    private static final int WORDS_WIDTH = 620;
    private static final int MOST_WORDS = 95;
    private static final int MOST_NAME = 24;

    private final OrderCauses causes;
    private final Map<String, Integer> lanes = new LinkedHashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    /** Of a box the left upper corner. */
    private record Place(int x, int y) {}

    CausePicture(OrderCauses causes) {
        this.causes = causes;
    }

    String svg() {
        lanes.put("", 0);
        for (Node node : causes.nodes()) {
            int fresh = lanes.size();
            int lane = lanes.computeIfAbsent(lane(node), subject -> fresh);
            places.put(node.id(), new Place(lane * LANE + 6, TOP + places.size() * ROW));
        }
        int words = lanes.size() * LANE + 10;
        int width = words + WORDS_WIDTH;
        int height = TOP + causes.nodes().size() * ROW + 10;
        text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                .formatted(width, height, width, height));
        text.append(" font-family=\"sans-serif\" font-size=\"11\"><title>What followed from what, of order ")
                .append(safe(causes.orderId()))
                .append("</title>\n<defs><marker id=\"tip\" markerWidth=\"7\" markerHeight=\"7\" refX=\"6\" refY=\"3\"")
                .append(" orient=\"auto\"><path d=\"M0,0 L6,3 L0,6 z\" fill=\"#555\"/></marker></defs>\n")
                .append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        lanes.forEach(this::head);
        causes.edges().forEach(this::arrow);
        causes.nodes().forEach(node -> box(node, place(node.id()), words));
        return text.append("</svg>\n").toString();
    }

    private void head(String subject, int lane) {
        text.append("<text x=\"%d\" y=\"20\" font-weight=\"bold\">%s<title>%s</title></text>\n"
                .formatted(lane * LANE + 6, safe(shortened(heading(subject), MOST_NAME)), safe(subject)));
    }

    private static String heading(String subject) {
        if (subject.isEmpty()) {
            return "asked for";
        }
        // The lane of a stock item needs its SKU; of the others the kind is enough.
        return subject.startsWith("stock-") || !subject.contains("-")
                ? subject
                : subject.substring(0, subject.indexOf('-'));
    }

    private void arrow(Edge edge) {
        Place from = place(edge.from());
        Place to = place(edge.to());
        int x1 = from.x + BOX_WIDTH / 2;
        int y1 = from.y + BOX_HEIGHT;
        int x2 = to.x + BOX_WIDTH / 2;
        int middle = (y1 + to.y) / 2;
        text.append("<path d=\"M%d,%d C%d,%d %d,%d %d,%d\" fill=\"none\" stroke=\"#888\" marker-end=\"url(#tip)\"/>\n"
                .formatted(x1, y1, x1, middle, x2, middle, x2, to.y - 1));
    }

    private Place place(String id) {
        return Objects.requireNonNull(places.get(id), id);
    }

    private void box(Node node, Place place, int words) {
        boolean request = node.kind() == OrderCauses.Kind.REQUEST;
        String type = Objects.requireNonNullElse(node.type(), "");
        String name = request ? node.actor() : type.substring(type.indexOf('.') + 1);
        text.append("<g><title>%s&#10;%s, %s</title>".formatted(safe(node.summary()), safe(node.actor()), node.at()));
        text.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"%s\" stroke=\"#555\"/>"
                .formatted(place.x, place.y, BOX_WIDTH, BOX_HEIGHT, request ? 10 : 3, request ? "#eef3ff" : "#f6f6f0"));
        text.append("<text x=\"%d\" y=\"%d\">%s</text>"
                .formatted(place.x + 6, place.y + 14, safe(shortened(name, MOST_NAME))));
        text.append("<text x=\"%d\" y=\"%d\" fill=\"#333\">%s</text></g>\n"
                .formatted(words, place.y + 14, safe(shortened(node.summary(), MOST_WORDS))));
    }

    private static String lane(Node node) {
        return node.subject() == null ? "" : node.subject();
    }

    private static String shortened(String words, int most) {
        return words.length() <= most ? words : words.substring(0, most - 1) + "…";
    }

    private static String safe(String words) {
        return HtmlUtils.htmlEscapeDecimal(words.replaceAll("\\p{Cntrl}", " "));
    }
}
