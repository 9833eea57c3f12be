package io.ordertrail.query.projection.table;

import io.ordertrail.axon.serialization.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of rows is that of events, whatever the configuration of the front door's mapper. */
public final class RowJson {

    private static final JsonMapper MAPPER = mapperOfRows();

    /** The same value is always the same text: a map that knows no order would else be written in any. */
    private static final JsonMapper STATES = MAPPER.rebuild()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private RowJson() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** {@code state} as a column holds it. */
    public static String write(Object state) {
        return STATES.writeValueAsString(state);
    }

    /**
     * What the state of a row says.
     *
     * @param view which the row is of
     * @throws UnreadableRow it is not such a state
     */
    public static <T> T read(String state, Class<T> type, String view) {
        try {
            return STATES.readValue(state, type);
        } catch (JacksonException e) {
            throw new UnreadableRow(view, e);
        }
    }

    private static JsonMapper mapperOfRows() {
        JsonMapper.Builder mapper = JsonMapper.builder();
        Json.conventions(mapper);
        return mapper.build();
    }
}
