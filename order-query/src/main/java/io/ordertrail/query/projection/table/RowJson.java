package io.ordertrail.query.projection.table;

import io.ordertrail.axon.json.Json;
import io.ordertrail.axon.json.JsonBuffers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of rows is that of events, whatever the configuration of the front door's mapper. Maps are written in their
 * own order, which says which line or payment came first: a row has no map without one.
 */
public final class RowJson {

    private static final JsonMapper MAPPER = mapperOfRows();

    private RowJson() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** {@code state} as a column holds it. */
    public static String write(Object state) {
        return MAPPER.writeValueAsString(state);
    }

    /**
     * What the state of a row says.
     *
     * @param view which the row is of
     * @throws UnreadableRow it is not such a state
     */
    public static <T> T read(String state, Class<T> type, String view) {
        try {
            return MAPPER.readValue(state, type);
        } catch (JacksonException e) {
            throw new UnreadableRow(view, e);
        }
    }

    private static JsonMapper mapperOfRows() {
        JsonMapper.Builder mapper = JsonBuffers.mapper();
        Json.conventions(mapper);
        return mapper.build();
    }
}
