package io.ordertrail.model.stock;

/**
 * A line of which nothing is kept any more.
 *
 * @param number the highest one that an ask of the line had; 0 where it never asked
 * @param left as in {@link Reservation}
 * @param version of the latest event about the line
 */
public record EndedLine(LineId line, int number, long left, long version) {

    public static EndedLine of(Reservation reservation, long version) {
        return new EndedLine(reservation.line(), reservation.number(), reservation.left(), version);
    }

    public Reservation nothingKept() {
        return new Reservation(line, number, 0, 0, left, null);
    }
}
