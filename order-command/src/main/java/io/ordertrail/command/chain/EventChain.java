package io.ordertrail.command.chain;

import io.ordertrail.axon.audit.ChainHead;
import io.ordertrail.axon.audit.ChainHeads;
import io.ordertrail.axon.audit.ChainMac;
import io.ordertrail.axon.personal.ServiceKeys;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Adds to the chain what was stored since. The chain has an order of its own, which is final: an event that is
 * committed after later ones is chained after them. A block and the head of the chain are one transaction; who has
 * locked the head adds a block, so two nodes take turns.
 */
final class EventChain {

    /** The most events of a block. */
    static final int MOST = 1000;

    private final StoredEvents events;
    private final BlockTable blocks;
    private final Gaps gaps;
    private final ChainHeads heads;
    private final ServiceKeys keys;
    private final Consumer<Runnable> repeatable;
    private final Clock clock;

    /**
     * @param repeatable does its work in a transaction that may be lost with a kill: the next look does the same again
     */
    EventChain(
            StoredEvents events,
            BlockTable blocks,
            Gaps gaps,
            ChainHeads heads,
            ServiceKeys keys,
            Consumer<Runnable> repeatable,
            Clock clock) {
        this.events = events;
        this.blocks = blocks;
        this.gaps = gaps;
        this.heads = heads;
        this.keys = keys;
        this.repeatable = repeatable;
        this.clock = clock;
    }

    ChainHead head() {
        return heads.read(ChainHeads.EVENTS);
    }

    /** How many positions it is behind the event store. */
    long lag() {
        return Math.max(0, events.last() - head().position());
    }

    /** Whether there is anything to add; writes nothing. */
    boolean isBehind() {
        return lag() > 0
                || !events.inGaps(now().minus(Gaps.LATE), 1, ChainMac.of(keys)).isEmpty();
    }

    /** Adds all that is stored. */
    void catchUp() {
        ChainMac key = ChainMac.of(keys);
        while (append(key) >= MOST) {
            // There is more.
        }
    }

    /** No transaction is under way any more that could fill one. */
    void closeGaps() {
        if (!gaps.open(now()).isEmpty()) {
            repeatable.accept(() -> gaps.forgetBefore(now()));
        }
    }

    /** How many events it were. */
    private int append(ChainMac key) {
        AtomicInteger added = new AtomicInteger();
        repeatable.accept(() -> added.set(appendNow(key)));
        return added.get();
    }

    private int appendNow(ChainMac key) {
        Instant now = now();
        ChainHead head = heads.lock(ChainHeads.EVENTS, key);
        List<StoredEvent> late = events.inGaps(now.minus(Gaps.LATE), MOST, key);
        List<StoredEvent> next = events.after(head.position(), MOST, key);
        List<StoredEvent> all = Stream.concat(late.stream(), next.stream()).toList();
        if (all.isEmpty()) {
            return 0;
        }
        gaps.fill(late, now);
        gaps.add(head.position(), next, now);
        Block block = Block.of(head.size(), all, now, head.hash(), key);
        blocks.insert(block);
        long position =
                next.isEmpty() ? head.position() : next.get(next.size() - 1).position();
        heads.move(head.moved(head.size() + all.size(), position, block.hash(), key));
        return all.size();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
