package io.ordertrail.api.access;

import io.ordertrail.api.message.Named;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes, changes and ends the keys of programs. */
public sealed interface KeyCommand {

    /** The longest that a key may be accepted, in days. */
    int LONGEST = 3650;

    /**
     * Makes a key: {@link IssuedKey}. Refused with {@link KeyRefusal.KeyNameTaken} where a live key has the name.
     *
     * @param name of the program, for people
     * @param roles what it may do; neither CUSTOMER nor SERVICE
     * @param grants what it is good for of that, by resource: {@code order=read,stock=write}; null for all
     * @param days how long it is accepted; null for 90
     */
    @Named("access.CreateKey")
    record CreateKey(
            @NotNull @Pattern(regexp = NAME, message = "must be 1 to 100 letters, digits, spaces or ._:@+-")
            String name,

            @NotEmpty @Size(max = 10)
            List<@NotNull @Pattern(regexp = ROLE, message = "must be the role of a program") String> roles,

            @Pattern(regexp = GRANTS, message = "must be like order=read,stock=write") @Nullable
            String grants,

            @Min(1) @Max(LONGEST) @Nullable Integer days)
            implements KeyCommand {}

    /**
     * Gives a live key another secret: {@link IssuedKey}. The last one is accepted for a week.
     *
     * @param days how long the key is accepted from now; null for 90
     */
    @Named("access.RollKey")
    record RollKey(
            String keyId, @Min(1) @Max(LONGEST) @Nullable Integer days) implements KeyCommand {}

    /** Withdraws a key at once: {@link ListedKey}, as it is then. */
    @Named("access.RevokeKey")
    record RevokeKey(String keyId) implements KeyCommand {}

    /** Of {@link CreateKey#name}. */
    String NAME = "[A-Za-z0-9][A-Za-z0-9 ._:@+-]{0,99}";

    /** Of {@link CreateKey#roles}. */
    String ROLE = "SUPPORT|WAREHOUSE|FINANCE|SUPERVISOR|AUDITOR|INTEGRATION|ADMIN";

    /** Of {@link CreateKey#grants}. */
    String GRANTS = "[a-z]{1,32}=(none|read|write)(,[a-z]{1,32}=(none|read|write)){0,19}";
}
