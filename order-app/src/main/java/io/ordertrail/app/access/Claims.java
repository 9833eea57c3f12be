package io.ordertrail.app.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds a claim of a JSON Web Token, which may be inside another. */
final class Claims {

    private Claims() {}

    /**
     * The texts of a claim, which is a list of them or one text with blanks; nothing where there is no such claim.
     *
     * @param path the name of a claim, or names with dots between them: {@code realm_access.roles}
     */
    static List<String> texts(Map<String, Object> claims, String path) {
        Object value = claims.get(path);
        if (value == null) {
            value = inside(claims, path);
        }
        if (value instanceof Collection<?> several) {
            return several.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .toList();
        }
        return value instanceof String text ? Arrays.asList(text.split(" ")) : List.of();
    }

    private static @Nullable Object inside(Map<?, ?> claims, String path) {
        Object at = claims;
        for (String name : path.split("\\.")) {
            at = at instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return at;
    }
}
