package io.ordertrail.axon.deadletter;

import io.ordertrail.api.deadletter.DeadLetterInspection.Change;
import io.ordertrail.api.deadletter.DeadLetterInspection.Row;
import io.ordertrail.axon.serialization.MaskedJson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What a retry does to a row, as JSON. */
public final class RowDifference {

    private final MaskedJson json;

    public RowDifference(MaskedJson json) {
        this.json = json;
    }

    /**
     * The row {@code key} and its difference.
     *
     * @param readable whether the row can be read as it is stored now
     * @param before null if there is none, or it cannot be read
     * @param after null if there is none then
     */
    public Row of(String key, boolean readable, @Nullable Object before, @Nullable Object after) {
        JsonNode from = tree(before);
        JsonNode to = tree(after);
        List<Change> changes = new ArrayList<>();
        compare(JsonPointer.empty(), from, to, changes);
        return new Row(key, readable, before == null ? null : json.members(from), changes);
    }

    private JsonNode tree(@Nullable Object row) {
        return row == null ? MissingNode.getInstance() : json.tree(row);
    }

    private void compare(JsonPointer at, JsonNode from, JsonNode to, List<Change> changes) {
        if (from.isObject() && to.isObject()) {
            Set<String> names = new LinkedHashSet<>(from.propertyNames());
            names.addAll(to.propertyNames());
            names.forEach(name -> compare(at.appendProperty(name), from.path(name), to.path(name), changes));
        } else if (from.isArray() && to.isArray()) {
            for (int n = 0; n < Math.max(from.size(), to.size()); n++) {
                compare(at.appendIndex(n), from.path(n), to.path(n), changes);
            }
        } else if (!Objects.equals(from, to)) {
            changes.add(new Change(at.toString(), json.value(from), json.value(to)));
        }
    }
}
