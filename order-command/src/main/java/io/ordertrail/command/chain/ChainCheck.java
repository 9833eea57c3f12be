package io.ordertrail.command.chain;

import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.axon.audit.ChainHead;
import io.ordertrail.axon.audit.ChainMac;
import io.ordertrail.axon.store.PassListener;
import io.ordertrail.command.chain.Gaps.Gap;
import io.ordertrail.command.verification.Tally;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One pass over the chain and the event store beside each other (I9). It keeps what it has read of events that the
 * chain has further on, and what is wrong; whatever the size of the store, this is little.
 */
final class ChainCheck {

    private static final String PASS = "chain of events";
    private static final int BLOCKS = 50;
    private static final int EVENTS = 1000;

    /** Of events that were committed late, or inserted. */
    private static final int MOST_WAITING = 100_000;

    private static final String WHOLE = "No event was changed, removed, inserted or reordered since it was chained";
    private static final String LINKS = "The chain of events is as the service made it, up to its end";
    private static final String CHAINED = "Every stored event is in the chain";

    private final Tally whole = new Tally("I9", WHOLE);
    private final Tally links = new Tally("I9", LINKS);
    private final Tally chained = new Tally("I9", CHAINED);
    private final Faults faults = new Faults();
    private final Map<Long, StoredEvent> waiting = new TreeMap<>();

    private final StoredEvents events;
    private final BlockTable blocks;
    private final Gaps gaps;
    private final ChainHead head;
    private final PassListener listener;

    private long size;
    private long position = Long.MIN_VALUE;
    private byte[] hash = {};
    private boolean hasHole;

    ChainCheck(StoredEvents events, BlockTable blocks, Gaps gaps, ChainHead head, PassListener listener) {
        this.events = events;
        this.blocks = blocks;
        this.gaps = gaps;
        this.head = head;
        this.listener = listener;
    }

    /** What can be said without the key: where there is none, the service has made no chain. */
    static Stream<Check> withoutKey(StoredEvents events, ChainHead head) {
        Tally links = new Tally("I9", LINKS);
        if (head.size() > 0) {
            links.breach("the key of the chain is gone");
        }
        long stored = events.countAfter(Long.MIN_VALUE);
        return Stream.of(
                links.check(),
                new Check("I9", CHAINED, stored, 0, stored, List.of("the service has made no chain yet")));
    }

    /** Looks at each block; {@code checkpoints} are held against it. */
    Stream<Check> run(ChainMac key, CheckpointCheck checkpoints, Instant now) {
        checkpoints.at(size, hash);
        checkBlocks(key, checkpoints);
        List<Gap> open = gaps.open(now);
        // A node may have gone on meanwhile: what it has chained since is no longer in a gap.
        checkBlocks(key, checkpoints);
        checkEnd(key);
        checkRest(open, checkpoints.hasStopped(), key);
        faults.tell(whole);
        checkpoints.end(size);
        return Stream.of(whole.check(), links.check(), chained.check());
    }

    private void checkBlocks(ChainMac key, CheckpointCheck checkpoints) {
        for (List<Block> page = blocks.from(size, BLOCKS); !page.isEmpty(); page = blocks.from(size, BLOCKS)) {
            for (Block block : page) {
                check(block, key);
                checkpoints.at(size, hash);
                listener.at(PASS, position, head.position());
            }
        }
    }

    private void check(Block block, ChainMac key) {
        links.look();
        if (block.first() != size) {
            hasHole = true;
            links.breach("events %,d to %,d of the chain were removed from it".formatted(size + 1, block.first()));
        } else if (!block.follows(hash, key)) {
            links.breach("events %,d to %,d of the chain, made at %s, were changed in it"
                    .formatted(size + 1, size + block.size(), block.chainedAt()));
        }
        readTo(IntStream.range(0, block.size()).mapToLong(block::position).max().orElse(position), key);
        for (int n = 0; n < block.size(); n++) {
            compare(block.position(n), block.mac(n));
        }
        hash = block.hash();
        // A spoilt row must not have the pass begin again and again.
        size = Math.max(block.first(), size) + Math.max(1, block.size());
    }

    private void compare(long at, byte[] mac) {
        whole.look();
        StoredEvent there = waiting.remove(at);
        if (there != null) {
            chained.look();
        }
        if (there == null || !MessageDigest.isEqual(there.mac(), mac)) {
            faults.add(at, there, mac);
        }
    }

    /** Reads events up to {@code last}. */
    private void readTo(long last, ChainMac key) {
        while (position < last) {
            List<StoredEvent> next = events.between(position, last, EVENTS, key);
            next.forEach(this::wait);
            position = next.size() < EVENTS ? last : next.get(EVENTS - 1).position();
        }
    }

    private void wait(StoredEvent event) {
        if (waiting.size() < MOST_WAITING) {
            waiting.put(event.position(), event);
        } else {
            faults.add(event.position(), event, null);
        }
    }

    private void checkEnd(ChainMac key) {
        if (!head.isWhole(key)) {
            links.breach("the head of the chain was changed");
        } else if (size < head.size()) {
            links.breach("events %,d to %,d were cut off the end of the chain".formatted(size + 1, head.size()));
        }
    }

    /** What is stored and not in the chain. */
    private void checkRest(List<Gap> open, boolean stopped, ChainMac key) {
        for (StoredEvent event : waiting.values()) {
            // It may as well be of a block that was removed.
            if (hasHole || open.stream().anyMatch(gap -> gap.has(event.position()))) {
                behind(event);
            } else {
                faults.add(event.position(), event, null);
            }
        }
        List<StoredEvent> page = events.after(position, EVENTS, key);
        for (; !page.isEmpty(); page = events.after(position, EVENTS, key)) {
            for (StoredEvent event : page) {
                position = event.position();
                if (stopped) {
                    faults.add(position, event, null);
                } else {
                    behind(event);
                }
            }
            listener.at(PASS, position, position);
        }
    }

    private void behind(StoredEvent event) {
        chained.look();
        chained.behind("position %d: %s".formatted(event.position(), event.name()));
    }
}
