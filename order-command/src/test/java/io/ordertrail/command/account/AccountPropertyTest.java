package io.ordertrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.account.AccountCommand;
import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.axon.json.Json;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.model.account.AccountState;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Any commands in any order: what holds for all of them. Every step is random but told by its seed. */
class AccountPropertyTest {

    private static final int STEPS = 60;

    @Property(tries = 25)
    void A1_to_A5_an_account_is_what_the_simplest_model_of_it_is(@ForAll long seed) {
        Random random = new Random(seed);
        int limit = random.nextInt(3) * 10;
        Walk walk = new Walk(random, limit + ".00");
        Model model = new Model(limit);
        for (int step = 0; step < STEPS; step++) {
            AccountCommand command = walk.command();
            assertThat(walk.send(command)).as(command.toString()).isEqualTo(model.accepts(command));
            AccountState state = fold(null, walk.events());
            assertThat(state.balance()).as(command.toString()).isEqualTo(model.balance);
            assertThat(state.held()).isEqualTo(model.held());
            assertThat(state.available().isNegative()).isFalse();
            assertThat(state.status()).isEqualTo(model.status);
        }
        assertThat(walk.events()).hasSize(model.changes + 1);
    }

    @Property(tries = 25)
    void the_state_from_a_snapshot_and_what_came_after_is_the_state_from_all_events(@ForAll long seed) {
        JsonMapper.Builder mapper = JsonMapper.builder();
        Json.conventions(mapper);
        JsonMapper json = mapper.build();
        Random random = new Random(seed);
        Walk walk = new Walk(random, "10.00");
        for (int step = 0; step < STEPS; step++) {
            walk.send(walk.command());
        }
        List<DomainEventMessage<?>> all = walk.events();
        int at = 1 + random.nextInt(all.size());
        String snapshot = json.writeValueAsString(fold(null, all.subList(0, at)));
        AccountState read = json.readValue(snapshot, AccountState.class);
        assertThat(fold(read, all.subList(at, all.size()))).isEqualTo(fold(null, all));
    }

    private static AccountState fold(@Nullable AccountState from, List<DomainEventMessage<?>> events) {
        Account account = new Account();
        if (from != null) {
            account.on(from);
        }
        for (DomainEventMessage<?> event : events) {
            account.on((AccountEvent) event.getPayload(), event.getSequenceNumber(), (String)
                    event.getMetaData().get(MetaKeys.CAUSATION_ID));
        }
        return account.snapshot();
    }
}
