package io.ordertrail.simulation;

/** What may happen next, and how often it does beside the others. */
enum Deed {
    PLACE(5),
    PAY(3),
    PAY_BY_HAND(2),
    EDIT(5),
    EDIT_TWICE(2),
    CANCEL(2),
    CANCEL_LINES(2),
    HOLD(1),
    RELEASE(2),
    WAIVE(1),
    APPROVE(9),
    PARCEL(16),
    RESOLVE_PARCEL(5),
    ASK_RETURN(6),
    RETURN(12),
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
    TAKE_IN(25),
    STEP(30),
    WAKE(6),
    PROVIDER(8),
    PROJECT(10),
    TIME(7),
    GO_ON(22);

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
