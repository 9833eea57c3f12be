package io.ordertrail.command.customer;

import io.ordertrail.api.customer.CustomerCommand.EraseCustomer;
import io.ordertrail.api.message.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets customers to whose orders and accounts nothing has happened for long, as somebody would who asks for each of
 * them.
 */
final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final Duration after;
    private final Function<Instant, List<String>> knownBefore;
    private final Function<String, Optional<Instant>> lastEvent;
    private final Consumer<EraseCustomer> send;
    private final Clock clock;

    Retention(
            Duration after,
            Function<Instant, List<String>> knownBefore,
            Function<String, Optional<Instant>> lastEvent,
            Consumer<EraseCustomer> send,
            Clock clock) {
        this.after = after;
        this.knownBefore = knownBefore;
        this.lastEvent = lastEvent;
        this.send = send;
        this.clock = clock;
    }

    void run() {
        Instant before = clock.instant().minus(after);
        for (String customer : knownBefore.apply(before)) {
            if (lastEvent.apply(customer).filter(last -> last.isBefore(before)).isPresent()) {
                erase(customer);
            }
        }
    }

    private void erase(String customer) {
        try {
            send.accept(new EraseCustomer(customer, "Nothing has happened for longer than " + time() + "."));
            LOG.info("Customer {} is being forgotten: nothing has happened for longer than {}", customer, time());
        } catch (Refused no) {
            LOG.debug("Customer {} is not forgotten: {}", customer, no.refusal().detail());
        } catch (RuntimeException e) {
            LOG.warn("Customer {} could not be forgotten; it is tried again", customer, e);
        }
    }

    private String time() {
        return after.toDays() > 0
                ? after.toDays() + " days"
                : after.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
