package io.ordertrail.command.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.customer.CustomerCommand.EraseCustomer;
import io.ordertrail.api.customer.CustomerRefusal.UnderLegalHold;
import io.ordertrail.api.message.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final Instant NOW = Instant.parse("2036-12-01T00:00:00Z");
    private static final Instant OLD = NOW.minus(Duration.ofDays(3651));
    private static final Map<String, Instant> LAST =
            Map.of("long-gone", OLD, "held", OLD, "old-and-back", NOW.minus(Duration.ofDays(1)));

    private final List<EraseCustomer> sent = new ArrayList<>();

    @Test
    void who_was_long_away_is_forgotten_and_one_who_cannot_be_stops_nobody_else() {
        new Retention(
                        Duration.ofDays(3650),
                        before -> List.of("held", "old-and-back", "long-gone", "without-orders"),
                        customer -> Optional.ofNullable(LAST.get(customer)),
                        this::send,
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .run();
        assertThat(sent)
                .containsExactly(new EraseCustomer("long-gone", "Nothing has happened for longer than 3650 days."));
    }

    private void send(EraseCustomer command) {
        if (command.customerId().equals("held")) {
            throw new Refused(new UnderLegalHold("held", "case 12"));
        }
        sent.add(command);
    }
}
