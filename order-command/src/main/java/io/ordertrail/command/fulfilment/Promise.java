package io.ordertrail.command.fulfilment;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * So many units of a SKU for a line. A line may be asked for again before it is answered: it is open until the last of its
 * rounds is, also where one of them was refused.
 *
 * @param kept what the line has so far, and has whatever is answered; null where it has nothing
 * @param awaited the rounds that are not answered; null is none, or one of which nothing more was stored
 * @param untold how many of its units are back-ordered and the order has not heard of; null is all, where it is back-ordered
 */
record Promise(
        String sku,
        int quantity,
        Answer answer,
        @Nullable Promise kept,
        @Nullable List<Round> awaited,
        @Nullable Integer untold) {

    /** What became of a line's request. */
    enum Answer {
        /** Not known yet. */
        ASKED,
        RESERVED,
        BACKORDERED,
        REFUSED,
        /** Taken back. */
        RELEASED
    }

    /**
     * Units were asked for, and the answer is not known.
     *
     * @param total how many the line is to have with it
     */
    record Round(int number, int total) {}

    private static final Comparator<Round> FEWEST_FIRST = Comparator.comparingInt(Round::total);

    /** Whether an answer is on its way. */
    boolean isOpen() {
        return answer == Answer.ASKED || rounds().findAny().isPresent();
    }

    /** Whether all of it is promised. */
    boolean isWhole() {
        return answer == Answer.RESERVED || answer == Answer.BACKORDERED;
    }

    /** Whether it is answered, and there is something to take back. */
    boolean isHeld() {
        return isWhole() || (answer == Answer.REFUSED && kept != null && !isOpen());
    }

    /** How many units cannot be had. */
    int refused() {
        return answer == Answer.REFUSED ? Math.max(quantity - had(), 0) : 0;
    }

    /** What of it is promised; null where nothing is. */
    @Nullable
    Promise standing() {
        return isWhole() ? this : kept;
    }

    int missing() {
        return untold == null ? quantity : untold;
    }

    private Stream<Round> rounds() {
        return Stream.ofNullable(awaited).flatMap(List::stream);
    }

    private int had() {
        return kept == null ? 0 : kept.quantity;
    }

    /** Of units that are given back, those that are not there go first. */
    Promise of(int units) {
        Integer rest = isWhole() && untold != null ? Integer.valueOf(Math.max(untold - (quantity - units), 0)) : untold;
        return new Promise(sku, units, answer, kept, awaited, rest);
    }

    Promise more(int units, Round round) {
        List<Round> all = Stream.concat(rounds(), Stream.of(round)).toList();
        return new Promise(sku, units, Answer.ASKED, standing(), all, untold);
    }

    /** It answers one round, of those that are open the one that asked for the fewest, and all that have their units with it. */
    Promise granted(int units, boolean there) {
        int all = had() + units;
        int missing = (untold == null ? 0 : untold) + (there ? 0 : units);
        Answer given = missing > 0 ? Answer.BACKORDERED : Answer.RESERVED;
        List<Round> left = rounds().sorted(FEWEST_FIRST)
                .skip(1)
                .filter(round -> round.total() > all)
                .toList();
        Promise got = new Promise(sku, all, given, null, null, missing);
        return new Promise(sku, quantity, answer, got, left, missing).settled();
    }

    Promise refused(int number) {
        List<Round> left = rounds().filter(round -> round.number() != number).toList();
        boolean unknown = awaited != null && left.size() == awaited.size();
        return unknown ? this : new Promise(sku, quantity, Answer.REFUSED, kept, left, untold).settled();
    }

    /** Once every round is answered: all that the line has, where that suffices or nothing was refused. */
    private Promise settled() {
        if (rounds().findAny().isPresent()) {
            return this;
        }
        return kept == null || refused() > 0
                ? new Promise(sku, quantity, Answer.REFUSED, kept, null, untold)
                : new Promise(sku, Math.max(had(), quantity), kept.answer, null, null, untold);
    }

    Promise filled() {
        Answer now = answer == Answer.BACKORDERED ? Answer.RESERVED : answer;
        return new Promise(sku, quantity, now, kept == null ? null : kept.filled(), awaited, null);
    }

    Promise told() {
        return new Promise(sku, quantity, answer, kept, awaited, null);
    }
}
