package io.ordertrail.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.MissingRole;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.model.kernel.Caller;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static final Caller CALLER = Caller.of(MetaData.with(MetaKeys.ROLES, "STAFF,SERVICE"));

    @Test
    void has_every_role_that_the_message_names() {
        assertThat(CALLER.is(Caller.STAFF)).isTrue();
        assertThatCode(() -> CALLER.mustBe(Caller.SERVICE)).doesNotThrowAnyException();
    }

    @Test
    void has_no_other_role() {
        assertThat(CALLER.is(Caller.SUPERVISOR)).isFalse();
        assertThatThrownBy(() -> CALLER.mustBe(Caller.SUPERVISOR))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(new MissingRole("SUPERVISOR")));
    }

    @Test
    void staff_is_not_the_service_and_either_may_do_what_customers_may_not() {
        for (String role : new String[] {"STAFF", "SERVICE"}) {
            assertThatCode(() -> Caller.of(MetaData.with(MetaKeys.ROLES, role)).mustBeStaffOrService())
                    .doesNotThrowAnyException();
        }
        assertThatThrownBy(() ->
                        Caller.of(MetaData.with(MetaKeys.ROLES, "SUPERVISOR")).mustBeStaffOrService())
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(new MissingRole("STAFF")));
    }

    @Test
    void without_roles_nothing_is_allowed() {
        assertThat(Caller.of(MetaData.emptyInstance()).is(Caller.STAFF)).isFalse();
    }
}
