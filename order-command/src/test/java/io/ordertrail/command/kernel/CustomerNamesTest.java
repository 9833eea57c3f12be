package io.ordertrail.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.customer.CustomerRefusal.CustomerIsErased;
import io.ordertrail.api.message.Refused;
import io.ordertrail.command.order.Database;
import org.junit.jupiter.api.Test;

class CustomerNamesTest {

    private final CustomerNames names = new CustomerNames(Database.empty());

    @Test
    void accounts_are_found_by_their_owner_and_transfers_by_the_account_that_they_leave() {
        names.opened("c-1", "account-1");
        names.opened("c-1", "account-2");
        names.opened("c-2", "account-3");
        names.begun("account-1", "transfer-1");
        assertThat(names.accountsOf("c-1")).containsExactlyInAnyOrder("account-1", "account-2");
        assertThat(names.transfersOf("account-1")).containsExactly("transfer-1");
        assertThat(names.transfersOf("account-2")).isEmpty();
        assertThat(names.ordersOf("c-1")).isEmpty();
    }

    @Test
    void nothing_is_opened_for_who_is_being_forgotten_until_that_is_called_off() {
        names.turn("c-1", 0);
        assertThatThrownBy(() -> names.opened("c-1", "account-1"))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(new CustomerIsErased("c-1")));
        assertThat(names.accountsOf("c-1")).isEmpty();
        names.turn("c-1", 1);
        names.opened("c-1", "account-1");
        assertThat(names.accountsOf("c-1")).containsExactly("account-1");
    }

    /** A kind has 32 characters at most. */
    @Test
    void a_kind_has_room_whatever_the_owner_is_called() {
        String owner = "Æ".repeat(300);
        assertThat(CustomerNames.orders(owner)).hasSizeLessThanOrEqualTo(32);
        assertThat(CustomerNames.accounts(owner)).hasSizeLessThanOrEqualTo(32);
        assertThat(CustomerNames.transfers(owner)).hasSizeLessThanOrEqualTo(32);
        assertThat(CustomerNames.erasures(owner)).hasSizeLessThanOrEqualTo(32);
    }
}
