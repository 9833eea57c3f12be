package io.ordertrail.axon.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.Contract;
import io.ordertrail.api.account.AccountEntries;
import io.ordertrail.api.attention.AttentionPage;
import io.ordertrail.api.capsule.Capsule;
import io.ordertrail.api.customer.PersonalDataPage;
import io.ordertrail.api.deadletter.DeadLetterInspection;
import io.ordertrail.api.order.view.OrderHistory;
import io.ordertrail.api.order.view.OrderPage;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.payment.PaymentView;
import io.ordertrail.api.report.SalesPage;
import io.ordertrail.api.stock.StockView;
import io.ordertrail.axon.personal.PersonalTypes;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonalDataLogTest {

    /** What decides whether a look is written down. */
    @Test
    void answers_that_can_hold_personal_data_are_known_by_their_type() {
        assertThat(List.of(
                        OrderView.class,
                        OrderHistory.class,
                        PaymentView.class,
                        AccountEntries.class,
                        AttentionPage.class,
                        PersonalDataPage.class))
                .allMatch(PersonalTypes::hold);
        assertThat(List.of(OrderPage.class, StockView.class, SalesPage.class)).noneMatch(PersonalTypes::hold);
    }

    /** What is personal is masked or encrypted in them, which tests of theirs hold. */
    private static final Set<Class<?>> MASKED = Set.of(
            DeadLetterInspection.Event.class,
            DeadLetterInspection.Row.class,
            DeadLetterInspection.Change.class,
            Capsule.Event.class,
            Capsule.Row.class);

    /** A map of anything says nothing of what is in it. */
    @Test
    void no_answer_hides_what_it_holds() {
        assertThat(Contract.byName().values())
                .filteredOn(type -> type.isRecord() && !PersonalTypes.hold(type) && !MASKED.contains(type))
                .allSatisfy(type -> assertThat(type.getRecordComponents())
                        .noneMatch(component -> component.getType() == Object.class
                                || component.getGenericType().getTypeName().contains("java.lang.Object")));
    }
}
