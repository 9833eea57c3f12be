package io.ordertrail.journey;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An account as two numbers, kept by another hand than the service's own fold, to hold that against. */
final class SimpleAccount implements EachMoment.Numbers {

    private BigDecimal balance = BigDecimal.ZERO;
    private final Map<String, BigDecimal> holds = new HashMap<>();

    @Override
    public void apply(String type, JsonNode event) {
        BigDecimal amount = new BigDecimal(event.at("/amount/amount").asString("0"));
        String hold = event.at("/holdId").asString("");
        switch (type) {
            case "account.AccountCreated", "account.HoldRefused" -> {}
            case "account.Deposited" -> balance = balance.add(amount);
            case "account.FundsHeld" -> holds.put(hold, amount);
            case "account.HoldCaptured" -> {
                balance = balance.subtract(amount);
                holds.merge(hold, amount.negate(), BigDecimal::add);
            }
            case "account.HoldReleased" -> holds.remove(hold);
            default -> throw new IllegalArgumentException(type);
        }
    }

    /** The same numbers of an account that the service answered. */
    static String of(JsonNode account) {
        return text(
                new BigDecimal(account.at("/balance/amount").asString()),
                new BigDecimal(account.at("/held/amount").asString()));
    }

    @Override
    public String toString() {
        return text(balance, holds.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static String text(BigDecimal balance, BigDecimal held) {
        return "%.2f, %.2f of it held".formatted(balance, held);
    }
}
