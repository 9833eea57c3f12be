package io.ordertrail.app;

import io.ordertrail.api.access.IssuedKey;
import io.ordertrail.api.access.KeyCommand.CreateKey;
import io.ordertrail.api.access.KeyCommand.RevokeKey;
import io.ordertrail.api.access.KeyCommand.RollKey;
import io.ordertrail.api.access.KeyList;
import io.ordertrail.api.access.ListedKey;
import io.ordertrail.api.access.TokenCommand.TakeBackWithdrawal;
import io.ordertrail.api.access.TokenCommand.WithdrawTokens;
import io.ordertrail.api.access.TokenWithdrawal;
import io.ordertrail.api.access.TokenWithdrawalList;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a stub says of keys and tokens. */
final class SampleKeys {

    static final String KEY_ID = "0123abCD";

    private static final Instant THEN = Instant.parse("2026-11-22T08:14:03Z");

    private static final ListedKey KEY = new ListedKey(
            KEY_ID,
            "warehouse scanner",
            ListedKey.State.LIVE,
            List.of("WAREHOUSE"),
            "order=read,stock=write",
            THEN,
            THEN,
            null,
            null,
            1);

    static final KeyList KEYS = new KeyList(List.of(KEY));

    private static final TokenWithdrawal WITHDRAWAL =
            new TokenWithdrawal(KEY_ID, "anna@example.org", "Is no longer in the finance team", THEN, "boss");

    static final TokenWithdrawalList WITHDRAWALS = new TokenWithdrawalList(List.of(WITHDRAWAL));

    static final Map<Class<?>, Object> ANSWERS = Map.of(
            CreateKey.class, new IssuedKey(KEY, "otk_" + KEY_ID + "…"),
            RollKey.class, new IssuedKey(KEY, "otk_" + KEY_ID + "…"),
            RevokeKey.class, KEY,
            WithdrawTokens.class, WITHDRAWAL,
            TakeBackWithdrawal.class, WITHDRAWAL);

    private SampleKeys() {}
}
