package io.ordertrail.axon.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.Contract;
import io.ordertrail.api.message.Role;
import io.ordertrail.axon.access.AccessTable.Reach;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AccessTableTest {

    private static final AccessTable TABLE = AccessTable.load();

    @Test
    void every_command_and_query_has_a_line_and_nothing_else_has() {
        Set<String> messages = Contract.byName().entrySet().stream()
                .filter(named -> isMessage(named.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(messages).hasSizeGreaterThan(130);
        assertThat(TABLE.messages()).containsExactlyInAnyOrderElementsOf(messages);
    }

    private static boolean isMessage(Class<?> type) {
        Class<?> subject = type.getEnclosingClass();
        return subject != null
                && (subject.getSimpleName().endsWith("Command")
                        || subject.getSimpleName().endsWith("Query"));
    }

    @Test
    void a_message_without_a_line_is_not_sent_by_anybody() {
        assertThatThrownBy(() -> TABLE.reach("order.Unknown", EnumSet.allOf(Role.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("order.Unknown has no line");
    }

    @Test
    void the_furthest_of_several_roles_counts() {
        assertThat(TABLE.reach("order.GetOrder", Set.of())).isEqualTo(Reach.NONE);
        assertThat(TABLE.reach("order.GetOrder", Set.of(Role.CUSTOMER))).isEqualTo(Reach.OWN);
        assertThat(TABLE.reach("order.GetOrder", Set.of(Role.CUSTOMER, Role.SUPPORT)))
                .isEqualTo(Reach.ALL);
    }

    @Test
    void an_auditor_reads_everything_and_changes_nothing() {
        Set<String> asking = new TreeSet<>(TABLE.messages());
        // It lets somebody else see the order.
        asking.remove("order.LinkOrder");
        for (String message : asking) {
            Class<?> type = Contract.byName().get(message);
            boolean asks = type.getEnclosingClass().getSimpleName().endsWith("Query");
            assertThat(TABLE.reach(message, Set.of(Role.AUDITOR))).as(message).isEqualTo(asks ? Reach.ALL : Reach.NONE);
        }
    }

    @Test
    void a_supervisor_may_do_what_support_warehouse_and_finance_may() {
        for (String message : TABLE.messages()) {
            Reach together = TABLE.reach(message, EnumSet.of(Role.SUPPORT, Role.WAREHOUSE, Role.FINANCE));
            assertThat(TABLE.reach(message, Set.of(Role.SUPERVISOR)))
                    .as(message)
                    .isGreaterThanOrEqualTo(together);
        }
    }

    @Test
    void only_a_customer_is_held_to_their_own() {
        for (String message : TABLE.messages()) {
            for (Role role : EnumSet.complementOf(EnumSet.of(Role.CUSTOMER))) {
                assertThat(TABLE.reach(message, Set.of(role))).as(message).isNotEqualTo(Reach.OWN);
            }
        }
    }

    @Test
    void who_may_not_is_told_who_may_and_the_service_only_where_nobody_else_may() {
        assertThat(TABLE.rolesFor("order.WaivePayment")).containsExactly(Role.SUPERVISOR);
        assertThat(TABLE.rolesFor("order.RetryAsk"))
                .isEqualTo(List.of(Role.SUPPORT, Role.WAREHOUSE, Role.FINANCE, Role.SUPERVISOR));
        assertThat(TABLE.rolesFor("order.RecordShipped")).containsExactly(Role.SERVICE);
    }
}
