package io.ordertrail.api.account;

/** What may be done to an account as a whole. Amounts are another matter. */
public enum AccountAction {
    DEPOSIT,
    WITHDRAW,
    HOLD,
    CAPTURE,
    RELEASE,
    FREEZE,
    UNFREEZE,
    CLOSE;

    /** Whether an account of this status may take it in. */
    public boolean isAllowedWhen(AccountStatus status) {
        return switch (this) {
            case DEPOSIT, CAPTURE, RELEASE -> status != AccountStatus.CLOSED;
            case WITHDRAW, HOLD, FREEZE, CLOSE -> status == AccountStatus.OPEN;
            case UNFREEZE -> status == AccountStatus.FROZEN;
        };
    }
}
