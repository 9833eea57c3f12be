package io.ordertrail.axon.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.axon.JsonForTests;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.Test;

class SagaTypeTest {

    static class NotPublic {
        public NotPublic() {}
    }

    public static class NoConstructor {
        public NoConstructor(String unused) {}
    }

    public static class FinalState {
        final List<String> taken = List.of();
    }

    @Test
    void a_public_class_that_axon_can_make_is_a_saga() {
        assertThatCode(() -> new SagaType("reminder", Reminder.class)).doesNotThrowAnyException();
    }

    /** Axon would find out at the first event, and log a line for each. */
    @Test
    void pitfall_8_a_class_that_axon_cannot_make_is_none() {
        assertThatThrownBy(() -> new SagaType("s", NotPublic.class)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SagaType("s", NoConstructor.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void state_that_could_not_be_read_back_is_refused() {
        assertThatThrownBy(() -> new SagaType("s", FinalState.class)).hasMessageContaining("taken");
    }

    @Test
    void a_saga_is_stored_under_its_name_and_its_class_name_loads_nothing() {
        Serializer serializer = JsonForTests.serializer(Map.of(), Map.of("reminder", Reminder.class));
        assertThat(serializer.typeForClass(Reminder.class).getName()).isEqualTo("reminder");
        assertThat(serializer.classForType(new SimpleSerializedType("reminder", null)))
                .isEqualTo(Reminder.class);
        assertThat(serializer.classForType(new SimpleSerializedType(Reminder.class.getName(), null)))
                .isEqualTo(UnknownSerializedType.class);
    }

    @Test
    void a_saga_cannot_take_the_name_of_something_else() {
        assertThatThrownBy(() ->
                        JsonForTests.serializer(Map.of("reminder", String.class), Map.of("reminder", Reminder.class)))
                .isInstanceOf(IllegalStateException.class);
    }
}
