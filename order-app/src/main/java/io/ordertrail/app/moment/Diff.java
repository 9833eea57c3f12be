package io.ordertrail.app.moment;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What differs between two moments of a resource, as the caller may see it.
 *
 * @param from version at the earlier moment
 * @param to version at the later one
 * @param changes in words; what the service counts or offers by itself (versions, actions) is not among them
 * @param patch RFC 6902: what makes of the whole earlier answer the later one
 */
public record Diff(long from, long to, List<Change> changes, List<Operation> patch) {

    /**
     * One value that is another.
     *
     * @param pointer RFC 6901: where it is in the later answer; of what is gone, where it was in the earlier one
     * @param words what it was and what it is
     */
    public record Change(String pointer, String words) {}

    /** A step of the patch (RFC 6902). */
    @Schema(name = "PatchOperation")
    public record Operation(
            String op,
            String path,
            @Nullable String from,

            @Schema(description = "Any JSON", type = "object") @Nullable
            JsonNode value) {}
}
