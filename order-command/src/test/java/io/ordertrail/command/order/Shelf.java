package io.ordertrail.command.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderGoodsCommand.RecordStockAnswer;
import io.ordertrail.api.order.value.StockAsk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Stock of one line, as the order sees it: it hears asks and dispatches in any order and answers each ask, sometimes
 * late.
 */
final class Shelf {

    private final String lineId;
    private final Random random;
    private final List<StockAsk> unheard = new ArrayList<>();
    private final List<Integer> leaving = new ArrayList<>();
    private final List<RecordStockAnswer> answers = new ArrayList<>();
    private int highest;
    private long position;
    private long reserved;
    private long backordered;
    private long gone;

    Shelf(String lineId, Random random) {
        this.lineId = lineId;
        this.random = random;
    }

    void ask(StockAsk ask) {
        unheard.add(ask);
    }

    void dispatch(int units) {
        leaving.add(units);
    }

    /** Hears of one thing. */
    void hear(boolean generous) {
        if (!leaving.isEmpty() && (unheard.isEmpty() || random.nextBoolean())) {
            int units = leaving.remove(0);
            assertThat(reserved)
                    .as("kept for line %s, of which %d leave", lineId, units)
                    .isGreaterThanOrEqualTo(units);
            reserved -= units;
            gone += units;
        } else if (!unheard.isEmpty()) {
            set(unheard.remove(random.nextInt(unheard.size())), generous);
        } else if (backordered > 0 && (generous || random.nextInt(3) == 0)) {
            long filled = generous ? backordered : 1 + random.nextInt((int) backordered);
            backordered -= filled;
            reserved += filled;
            answer(highest, 0);
        }
    }

    private void set(StockAsk ask, boolean generous) {
        if (ask.number() <= highest) {
            answer(ask.number(), 0);
            return;
        }
        highest = ask.number();
        long target = Math.max(0, ask.quantity() + ask.left() - gone);
        long more = target - reserved - backordered;
        long refused = 0;
        if (more < 0) {
            long released = Math.min(backordered, -more);
            backordered -= released;
            reserved -= -more - released;
        } else if (generous || random.nextInt(10) > 0) {
            long here = generous ? more : random.nextInt((int) more + 1);
            reserved += here;
            backordered += more - here;
        } else {
            refused = more;
        }
        answer(ask.number(), refused);
    }

    private void answer(int number, long refused) {
        answers.add(
                new RecordStockAnswer(Samples.ORDER, lineId, number, position++, reserved, backordered, refused, gone));
    }

    /** What it says next; sometimes it says so twice. */
    Optional<RecordStockAnswer> next() {
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(random.nextInt(5) == 0 ? answers.get(0) : answers.remove(0));
    }

    boolean isQuiet() {
        return unheard.isEmpty() && leaving.isEmpty() && answers.isEmpty() && backordered == 0;
    }

    long kept() {
        return reserved + backordered;
    }
}
