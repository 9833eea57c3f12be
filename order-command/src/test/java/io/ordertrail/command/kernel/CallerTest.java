package io.ordertrail.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.MissingRole;
import io.ordertrail.api.message.Role;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.model.kernel.Caller;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallerTest {

    @Test
    void has_the_roles_of_the_metadata_and_no_others() {
        Caller caller = of("SUPPORT,SERVICE,STAFF,support");
        assertThat(caller.roles()).containsExactlyInAnyOrder(Role.SUPPORT, Role.SERVICE);
        assertThat(Caller.of(Map.of()).roles()).isEmpty();
        assertThat(of("").roles()).isEmpty();
    }

    @Test
    void must_have_the_role_that_is_asked_for() {
        assertThatCode(() -> of("SUPERVISOR").mustBe(Role.SUPERVISOR)).doesNotThrowAnyException();
        assertThatThrownBy(() -> of("FINANCE").mustBe(Role.SUPERVISOR))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(MissingRole.of(Role.SUPERVISOR)));
    }

    @Test
    void neither_a_customer_nor_the_service_is_of_the_shop() {
        assertThat(of("WAREHOUSE").isOfTheShop()).isTrue();
        assertThat(of("CUSTOMER,SERVICE").isOfTheShop()).isFalse();
        assertThatThrownBy(() -> of("SERVICE").mustBeOfTheShop()).isInstanceOf(Refused.class);
    }

    private static Caller of(String roles) {
        return Caller.of(Map.of(MetaKeys.ROLES, roles));
    }
}
