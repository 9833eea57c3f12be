package io.ordertrail.app.importing.sale.woocommerce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Things of several parts in one cell, as WooCommerce's exports have them: {@code name:Tee|total:9.99}, with a
 * semicolon between two things. After a backslash, such a sign is text.
 */
final class Packed {

    private final List<Map<String, String>> things = new ArrayList<>();
    private Map<String, String> thing = new LinkedHashMap<>();
    private String name = "";
    private final StringBuilder text = new StringBuilder();
    private boolean named;

    private Packed() {}

    /** The things of a cell, each by the names of its parts; a part without a name is left out. */
    static List<Map<String, String>> things(String cell) {
        return new Packed().read(cell, true);
    }

    /** The one thing of a cell, whose texts may have semicolons. */
    static Map<String, String> thing(String cell) {
        List<Map<String, String>> things = new Packed().read(cell, false);
        return things.isEmpty() ? Map.of() : things.get(0);
    }

    private List<Map<String, String>> read(String cell, boolean several) {
        for (int i = 0; i < cell.length(); i++) {
            char sign = cell.charAt(i);
            if (sign == '\\' && i + 1 < cell.length()) {
                text.append(cell.charAt(++i));
            } else if (sign == ':' && !named) {
                name = text.toString().strip();
                text.setLength(0);
                named = true;
            } else if (sign == '|') {
                endPart();
            } else if (sign == ';' && several) {
                endThing();
            } else {
                text.append(sign);
            }
        }
        endThing();
        return things;
    }

    private void endPart() {
        if (named) {
            thing.putIfAbsent(name, text.toString().strip());
        }
        named = false;
        text.setLength(0);
    }

    private void endThing() {
        boolean any = named || !thing.isEmpty() || !text.toString().isBlank();
        endPart();
        if (any) {
            things.add(thing);
        }
        thing = new LinkedHashMap<>();
    }
}
