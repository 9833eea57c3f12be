package io.ordertrail.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.command.order.Database;
import org.junit.jupiter.api.Test;

class UniqueClaimsTest {

    private final UniqueClaims names = new UniqueClaims(Database.empty());

    @Test
    void a_name_is_given_once_whoever_asks_again() {
        assertThat(names.claim("journal", "a/1", "account-1")).isTrue();
        assertThat(names.claim("journal", "a/1", "account-1")).isFalse();
        assertThat(names.claim("journal", "a/1", "account-2")).isFalse();
        assertThat(names.ownerOf("journal", "a/1")).contains("account-1");
    }

    @Test
    void names_of_two_kinds_never_meet() {
        assertThat(names.claim("journal", "1", "account-1")).isTrue();
        assertThat(names.claim("reservation", "1", "stock-1")).isTrue();
        assertThat(names.ownerOf("provider-ref", "1")).isEmpty();
    }
}
