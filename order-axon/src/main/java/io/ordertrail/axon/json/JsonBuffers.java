package io.ordertrail.axon.json;

import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.core.util.RecyclerPool;
import tools.jackson.databind.json.JsonMapper;

/**
 * The memory in which JSON is read and written. It is used again and again, and what was in it stays there until
 * something as long is; so all mappers of the service share it, and it can be let go of when somebody is forgotten.
 */
public final class JsonBuffers {

    private static final RecyclerPool<BufferRecycler> SHARED = JsonRecyclerPools.newConcurrentDequePool();

    private JsonBuffers() {}

    /** A mapper that uses this memory. */
    public static JsonMapper.Builder mapper() {
        return JsonMapper.builder(share(JsonFactory.builder()).build());
    }

    /** Has the mappers of a factory use it. */
    public static JsonFactoryBuilder share(JsonFactoryBuilder factory) {
        return factory.recyclerPool(SHARED);
    }

    /** Lets go of it; what is in use at this moment comes back. */
    public static void forget() {
        SHARED.clear();
    }
}
