package io.ordertrail.axon.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

class FailureClassifierTest {

    @ParameterizedTest
    @ValueSource(strings = {"22001", "22003", "22021", "23505", "23502", "P0001"})
    void what_the_database_says_of_a_value_is_the_events_fault(String state) {
        assertThat(FailureClassifier.isOnTheEvent(translated(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53100", "53300", "57P01", "42P01", "42501"})
    void lost_connections_locks_full_disks_and_missing_tables_are_not(String state) {
        assertThat(FailureClassifier.isOnTheEvent(translated(state))).isFalse();
    }

    @Test
    void folds_that_throw_and_payloads_that_cannot_be_read_are_the_events_fault() {
        assertThat(FailureClassifier.isOnTheEvent(new IllegalStateException("gap")))
                .isTrue();
        assertThat(FailureClassifier.isOnTheEvent(new SerializationException("no JSON")))
                .isTrue();
    }

    @Test
    void a_dead_letter_queue_or_pool_that_fails_is_not_however_deep_it_hides() {
        assertThat(FailureClassifier.isOnTheEvent(
                        new IllegalStateException(new JdbcException("gone", new SQLException()))))
                .isFalse();
        assertThat(FailureClassifier.isOnTheEvent(new CannotGetJdbcConnectionException("gone")))
                .isFalse();
    }

    @Test
    void why_an_event_is_parked_quotes_nothing() {
        assertThat(new UnprocessableEvent(new IllegalStateException("Ann Else is not at home")))
                .hasMessage("IllegalStateException");
    }

    private static RuntimeException translated(String state) {
        RuntimeException known =
                new SQLStateSQLExceptionTranslator().translate("test", "select 1", new SQLException("test", state));
        return known == null ? new IllegalStateException("uncategorized") : known;
    }
}
