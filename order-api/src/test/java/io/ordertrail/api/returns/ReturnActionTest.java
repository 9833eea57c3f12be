package io.ordertrail.api.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be done to a return, as far as it has come. */
class ReturnActionTest {

    @Test
    void finding_3_10_each_stage_of_a_return_allows_what_comes_next() {
        assertThat(allowed(RmaStatus.REQUESTED, false, false))
                .containsExactly(ReturnAction.APPROVE, ReturnAction.REJECT);
        assertThat(allowed(RmaStatus.APPROVED, false, false)).containsExactly(ReturnAction.RECEIVE);
        assertThat(allowed(RmaStatus.RECEIVED, false, false))
                .containsExactly(ReturnAction.RECEIVE, ReturnAction.INSPECT);
        assertThat(allowed(RmaStatus.RECEIVED, true, false)).containsExactly(ReturnAction.INSPECT);
        assertThat(allowed(RmaStatus.INSPECTED, true, true))
                .containsExactly(ReturnAction.RETRY_REFUND, ReturnAction.CLOSE);
        assertThat(allowed(RmaStatus.INSPECTED, true, false)).containsExactly(ReturnAction.CLOSE);
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUNDED", "CLOSED", "REJECTED", "EXPIRED"})
    void nothing_more_may_be_done_to_what_has_ended(RmaStatus end) {
        assertThat(allowed(end, true, true)).isEmpty();
    }

    private static List<ReturnAction> allowed(RmaStatus status, boolean isComplete, boolean isOwed) {
        return Arrays.stream(ReturnAction.values())
                .filter(action -> action.refusalWhen(status, isComplete, isOwed).isEmpty())
                .toList();
    }
}
