package io.ordertrail.simulation;

/** What may happen next, and how often it does beside the others. */
enum Deed {
    PLACE(6),
    PAY(3),
    PAY_BY_HAND(2),
    EDIT(5),
    EDIT_TWICE(2),
    CANCEL(2),
    CANCEL_LINES(2),
    HOLD(1),
    RELEASE(2),
    WAIVE(1),
    APPROVE(7),
    PARCEL(12),
    RESOLVE_PARCEL(3),
    ASK_RETURN(4),
    RETURN(9),
    CAPTURE(1),
    VOID(1),
    REFUND(2),
    SETTLE(2),
    RETRY(1),
    RESOLVE_PROBLEM(1),
    RECEIVE_STOCK(3),
    COUNT_STOCK(1),
    DEPOSIT(2),
    WITHDRAW(2),
    FREEZE(1),
    CLOSE(1),
    TRANSFER(3),
    TAKE_OVER(1),
    TELL(3),
    CONTRADICT(1),
    CHARGE_BACK(1),
    WIN_BACK(1),
    TAKE_IN(45),
    STEP(60),
    WAKE(4),
    PROVIDER(18),
    TIME(8);

    final int weight;

    Deed(int weight) {
        this.weight = weight;
    }

    static final int ALL =
            java.util.Arrays.stream(values()).mapToInt(deed -> deed.weight).sum();

    /** @param place from 0 to {@link #ALL}, exclusive */
    static Deed at(int place) {
        int left = place;
        for (Deed deed : values()) {
            left -= deed.weight;
            if (left < 0) {
                return deed;
            }
        }
        throw new IllegalArgumentException("There are no " + place);
    }
}
