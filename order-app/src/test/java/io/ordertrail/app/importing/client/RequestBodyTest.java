package io.ordertrail.app.importing.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestBodyTest {

    @Test
    void the_order_of_its_fields_is_the_same_in_every_process() {
        for (int i = 0; i < 64; i++) {
            Map<String, Object> content = Map.of("a" + i, 1, "b" + i, Map.of("c" + i, 2, "d" + i, 3));

            assertThat(RequestBody.of(content).json())
                    .isEqualTo("{\"a%1$d\":1,\"b%1$d\":{\"c%1$d\":2,\"d%1$d\":3}}".formatted(i));
        }
    }
}
