package io.ordertrail.axon.settings;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/**
 * Checks the values of settings, where they are bound. The message names the setting: it is all that an operator sees.
 */
public final class SettingCheck {

    private SettingCheck() {}

    /** @throws IllegalArgumentException {@code value} is zero or less */
    public static void positive(String setting, Duration value) {
        require(!value.isNegative() && !value.isZero(), setting, "longer than 0", value);
    }

    /** @throws IllegalArgumentException {@code value} is less than zero */
    public static void notNegative(String setting, DataSize value) {
        require(!value.isNegative(), setting, "0 or more", value);
    }

    /** @throws IllegalArgumentException {@code value} has no byte, or more than an array can have */
    public static void fitsInMemory(String setting, DataSize value) {
        require(value.toBytes() > 0 && value.toBytes() <= Integer.MAX_VALUE, setting, "1B to 2GB", value);
    }

    /** @throws IllegalArgumentException {@code value} is less than {@code least} */
    public static void atLeast(String setting, int least, int value) {
        require(value >= least, setting, least + " or more", value);
    }

    /** @throws IllegalArgumentException {@code value} is shorter than {@code least} */
    public static void atLeast(String setting, Duration least, Duration value) {
        require(value.compareTo(least) >= 0, setting, least + " or more", value);
    }

    private static void require(boolean sound, String setting, String wanted, Object value) {
        if (!sound) {
            throw new IllegalArgumentException(setting + " must be " + wanted + ", not " + value);
        }
    }
}
