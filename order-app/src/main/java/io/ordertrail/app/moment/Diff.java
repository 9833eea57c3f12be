package io.ordertrail.app.moment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two moments of a resource, as the caller may see it.
 *
 * @param from version at the earlier moment
 * @param to version at the later one
 * @param changes in words; what the service counts or offers by itself (versions, actions) is not among them
 * @param patch what makes of the whole earlier answer the later one: operations of RFC 6902
 */
public record Diff(long from, long to, List<Change> changes, List<Map<String, @Nullable Object>> patch) {

    /**
     * One value that is another.
     *
     * @param pointer RFC 6901: where it is in the later answer; of what is gone, where it was in the earlier one
     * @param words what it was and what it is
     */
    public record Change(String pointer, String words) {}
}
