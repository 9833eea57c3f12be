package io.ordertrail.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.RefusedBefore;
import io.ordertrail.api.order.OrderCourseCommand.AddNote;
import io.ordertrail.api.order.OrderCourseCommand.CancelOrder;
import io.ordertrail.api.order.OrderCourseEvent.OrderNoteAdded;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.api.stock.StockCommand.DispatchStock;
import io.ordertrail.api.stock.StockCommand.ReceiveStock;
import io.ordertrail.api.stock.StockCommand.RegisterStockItem;
import io.ordertrail.api.stock.StockCommand.SetReservation;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.axon.message.LocalCommands.InSequence;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.message.RequestContext.Idempotency;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Commands that are handled in one transaction: each is answered as if it were alone. */
abstract class CommandGroupScenario extends ChainScenario {

    private static final String MUG = StockItemId.of("MUG");

    @Autowired
    private ConfigurableTransactionManager transactions;

    private final AtomicInteger commits = new AtomicInteger();

    @BeforeEach
    void countTheCommitsOfCommands() {
        transactions.setTransactionExecutionListeners(List.of(new TransactionExecutionListener() {
            @Override
            public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
                if (transaction.isNewTransaction()
                        && Thread.currentThread().getName().startsWith("commands-")) {
                    commits.incrementAndGet();
                }
            }
        }));
    }

    @Test
    void commands_that_are_sent_together_are_stored_by_one_transaction() {
        assertThat(together.send(List.of(
                        each(create(order("one"), null), "1"),
                        each(create(order("two"), null), "2"),
                        each(pay(order("one")), "3"))))
                .containsExactly(true, true, true);
        assertThat(commits.get()).isEqualTo(1);
        assertThat(stored(order("one"))).isEqualTo(3);
        assertThat(stored(order("two"))).isEqualTo(1);
    }

    @Test
    void one_that_is_refused_leaves_the_others_and_no_row_of_its_own() {
        send(create(order("owner"), "shop-1"), "0");
        assertThat(together.send(List.of(
                        each(create(order("one"), null), "1"),
                        each(pay(order("none such")), "2"),
                        each(create(order("two"), null), "3"))))
                .containsExactly(true, false, true);
        assertThat(commits.get()).isEqualTo(2);
        assertThat(namesOf(order("one"))).isEqualTo(1);
        assertThat(namesOf(order("two"))).isEqualTo(1);
        assertThat(keys()).containsExactlyInAnyOrder("0", "1", "3");
    }

    @Test
    void a_refusal_is_kept_with_the_group_and_told_again() {
        send(create(order("one"), null), "0");
        send(cancel(order("one")), "1");
        assertThat(together.send(List.of(each(create(order("two"), null), "2"), each(cancel(order("one")), "3"))))
                .containsExactly(true, false);
        assertThat(keys()).containsExactlyInAnyOrder("0", "1", "2", "3");
        assertThatThrownBy(() -> send(cancel(order("one")), "3"))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isInstanceOf(RefusedBefore.class));
    }

    /** Two want one reference: the database refuses the second, which no command can survive in one transaction. */
    @Test
    void a_group_that_fails_is_handled_again_and_each_has_its_own_answer() {
        List<InSequence> commands = IntStream.range(0, 10)
                .mapToObj(n -> each(create(order("n" + n), n == 3 || n == 7 ? "shop-1" : null), "k" + n))
                .toList();
        List<Boolean> accepted = together.send(commands);
        assertThat(accepted).filteredOn(yes -> !yes).hasSize(1);
        assertThat(accepted.get(3)).isNotEqualTo(accepted.get(7));
        for (int n = 0; n < 10; n++) {
            assertThat(stored(order("n" + n))).isEqualTo(accepted.get(n) ? 1 : 0);
            assertThat(namesOf(order("n" + n))).isEqualTo(!accepted.get(n) ? 0 : n == 3 || n == 7 ? 2 : 1);
        }
    }

    @Test
    void a_batch_of_which_half_was_stored_is_sent_again_and_nothing_is_stored_twice() {
        assertThat(send(create(order("one"), null), "1")).isEqualTo(Receipt.of(order("one"), 0));
        List<InSequence> batch = List.of(each(create(order("one"), null), "1"), each(create(order("two"), null), "2"));
        assertThat(together.send(batch)).containsExactly(true, true);
        assertThat(together.send(batch)).containsExactly(true, true);
        assertThat(stored(order("one"))).isEqualTo(1);
        assertThat(stored(order("two"))).isEqualTo(1);
    }

    /** It had claimed the name of its movement before the rule said no. */
    @Test
    void the_rows_of_a_refused_command_are_taken_back_and_those_of_its_neighbours_stay() {
        send(new RegisterStockItem(MUG, "MUG", "Mug", 0, 0, 0, null), "1");
        send(new ReceiveStock(MUG, 1, null, null), "2");
        String parcel = OrderId.shipment(order("one"), "1");
        assertThat(together.send(List.of(
                        each(create(order("one"), null), "3"),
                        each(new DispatchStock(MUG, order("one"), "1", parcel, 5, null), "4"),
                        each(create(order("two"), null), "5"))))
                .containsExactly(true, false, true);
        assertThat(commits.get()).isEqualTo(3);
        assertThat(namesOf(MUG)).isEqualTo(1);
        assertThat(namesOf(order("one"))).isEqualTo(1);
        assertThat(keys()).containsExactlyInAnyOrder("1", "2", "3", "4", "5");
    }

    @Test
    void one_item_is_read_once_and_reserved_for_all_who_want_it() {
        send(new RegisterStockItem(MUG, "MUG", "Mug", 0, 0, 0, null), "1");
        send(new ReceiveStock(MUG, 100, null, null), "2");
        List<InSequence> asks = IntStream.range(0, 64)
                .mapToObj(n -> each(new SetReservation(MUG, order("o" + n), "1", 1, 1, 0), "r" + n))
                .toList();
        assertThat(together.send(asks)).doesNotContain(false);
        assertThat(answersOf(MUG))
                .hasSize(64)
                .allSatisfy(answer -> assertThat(answer.reserved()).isEqualTo(1));
        assertThat(commits.get()).isEqualTo(3);
    }

    /** The memory of an aggregate is what was stored, not what a refused command had begun. */
    @Test
    void what_another_process_has_stored_meanwhile_is_known_to_the_next_command() {
        send(create(order("one"), null), "1");
        long before = stored(order("one"));
        events.publish(new GenericDomainEventMessage<>(
                "order",
                order("one"),
                before,
                new OrderNoteAdded(order("one"), "c-1", "by another", NoteVisibility.INTERNAL, Instant.now())));
        assertThat(send(new AddNote(order("one"), "mine", NoteVisibility.INTERNAL, null), "2"))
                .isEqualTo(Receipt.of(order("one"), before + 1));
    }

    /** As the front door sends it: a repeat has the id of the first. */
    private InSequence each(Object command, String key) {
        Idempotency idempotency = Objects.requireNonNull(request(key).idempotency());
        MetaData asked = MetaData.with(MetaKeys.ACTOR, "local")
                .and(MetaKeys.ROLES, "SUPERVISOR,SERVICE")
                .and(MetaKeys.CORRELATION_ID, "conversation")
                .and(
                        MetaKeys.COMMAND_ID,
                        UUID.nameUUIDFromBytes(idempotency.seed().getBytes(StandardCharsets.UTF_8))
                                .toString())
                .and(MetaKeys.IDEMPOTENCY_KEY, idempotency.key())
                .and(MetaKeys.IDEMPOTENCY_SCOPE, idempotency.scope())
                .and(MetaKeys.REQUEST_HASH, idempotency.requestHash());
        return new InSequence(command, asked, key);
    }

    private static CancelOrder cancel(String order) {
        return new CancelOrder(order, CancellationReason.CUSTOMER, null, null);
    }

    private static String order(String name) {
        return OrderId.of(name);
    }

    private long stored(String aggregate) {
        return jdbc.sql("select count(*) from domain_event where aggregate_id = ?")
                .param(aggregate)
                .query(Long.class)
                .single();
    }

    private long namesOf(String owner) {
        return jdbc.sql("select count(*) from claimed_name where owner = ? and kind not like 'of:%'")
                .param(owner)
                .query(Long.class)
                .single();
    }

    private List<String> keys() {
        return jdbc.sql("select idem_key from idempotency_key")
                .query(String.class)
                .list();
    }
}
