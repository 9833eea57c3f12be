package io.ordertrail.api.account;

import io.ordertrail.api.constraint.IdForms;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids of accounts, of movements and of transfers between them, derived from the request that asked for them. */
public final class AccountId {

    private static final Pattern ACCOUNT = Pattern.compile(IdForms.ACCOUNT);
    private static final Pattern TRANSFER = Pattern.compile(IdForms.TRANSFER);

    private AccountId() {}

    /** The account that the request {@code seed} (caller, route and key) opens. */
    public static String of(String seed) {
        return "account-" + UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    }

    /** The transfer that the request {@code seed} begins. */
    public static String transfer(String seed) {
        return "transfer-" + UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    }

    /** The movement that the request {@code seed} makes. */
    public static String journal(String seed) {
        return "journal-" + UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether {@code id} has the form of an account's id. */
    public static boolean isValid(String id) {
        return ACCOUNT.matcher(id).matches();
    }

    /** Whether {@code id} has the form of a transfer's id. */
    public static boolean isTransfer(String id) {
        return TRANSFER.matcher(id).matches();
    }
}
