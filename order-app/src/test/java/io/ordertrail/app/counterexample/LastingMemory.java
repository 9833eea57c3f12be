package io.ordertrail.app.counterexample;

import tools.jackson.databind.json.JsonMapper;

final class LastingMemory {

    String json(Object told) {
        return JsonMapper.shared().writeValueAsString(told);
    }
}
