package io.ordertrail.command.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.Funds;
import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderCommand;
import io.ordertrail.api.order.OrderCommand.RecordPayment;
import io.ordertrail.api.order.OrderCommand.RecordRefund;
import io.ordertrail.api.order.OrderCommand.RecordReturn;
import io.ordertrail.api.order.OrderCommand.RequestReturn;
import io.ordertrail.api.order.Quantities;
import io.ordertrail.api.order.ReturnStage;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** What an order should have made of the commands that it accepted, by the simplest means: counters, in cents and units. */
final class OrderModel {

    private static final class Account {
        long authorized;
        long captured;
        long released;
        long back;
    }

    private final Map<String, Account> payments = new HashMap<>();
    /** By return and line: asked back and not come; come. */
    private final Map<String, Map<String, Integer>> askedBack = new HashMap<>();

    private final Map<String, Map<String, Integer>> cameBack = new HashMap<>();

    void accepted(OrderCommand command) {
        if (command instanceof RecordPayment news) {
            Account account = payments.computeIfAbsent(news.paymentId(), id -> new Account());
            long cents = news.amount().getAmountMinorLong();
            switch (news.kind()) {
                case AUTHORIZED -> account.authorized = cents;
                case CAPTURED -> account.captured += cents;
                case RELEASED -> account.released += cents;
                case DECLINED -> {}
            }
        } else if (command instanceof RecordRefund refund) {
            payments.computeIfAbsent(refund.paymentId(), id -> new Account()).back +=
                    refund.amount().getAmountMinorLong();
        } else if (command instanceof RequestReturn asked) {
            Map<String, Integer> units = new HashMap<>();
            asked.lines().forEach(line -> units.put(line.lineId(), line.quantity()));
            askedBack.put(asked.returnId(), units);
        } else if (command instanceof RecordReturn news) {
            returned(
                    news,
                    askedBack.get(news.returnId()),
                    cameBack.computeIfAbsent(news.returnId(), id -> new HashMap<>()));
        }
    }

    /** At its closing a return tells of all that ever came, before that of what came just now. */
    private static void returned(RecordReturn news, Map<String, Integer> units, Map<String, Integer> before) {
        boolean closed = news.stage() == ReturnStage.CLOSED;
        if (closed || news.stage() == ReturnStage.RECEIVED) {
            for (LineQuantity line : news.lines()) {
                int known = closed ? before.getOrDefault(line.lineId(), 0) : 0;
                int came = Math.min(Math.max(line.quantity() - known, 0), units.getOrDefault(line.lineId(), 0));
                units.merge(line.lineId(), -came, Integer::sum);
                before.merge(line.lineId(), came, Integer::sum);
            }
        }
        if (news.stage() != ReturnStage.RECEIVED && news.stage() != ReturnStage.APPROVED) {
            units.clear();
        }
    }

    void agreesWith(OrderState order) {
        Funds funds = order.facts().funds();
        assertThat(funds.authorized().getAmountMinorLong())
                .isEqualTo(payments.values().stream()
                        .mapToLong(a -> Math.max(0, a.authorized - a.captured - a.released))
                        .sum());
        assertThat(funds.captured().getAmountMinorLong())
                .isEqualTo(payments.values().stream().mapToLong(a -> a.captured).sum());
        assertThat(funds.refunded().getAmountMinorLong())
                .isEqualTo(payments.values().stream().mapToLong(a -> a.back).sum());
        payments.forEach((id, account) -> assertThat(order.facts().problems().contains("overdrawn:" + id))
                .as("O6 of %s", id)
                .isEqualTo(account.back > account.captured));
        order.facts().lines().forEach((lineId, units) -> {
            assertThat(units.returned()).isEqualTo(sum(cameBack, lineId));
            assertThat(units.returning()).isEqualTo(sum(askedBack, lineId));
            parcelsAgree(order, lineId, units);
        });
    }

    private static long sum(Map<String, Map<String, Integer>> returns, String lineId) {
        return returns.values().stream()
                .mapToLong(lines -> lines.getOrDefault(lineId, 0))
                .sum();
    }

    /** Quantities cannot be made that break O3; here the parcels are added up once more beside them. */
    private static void parcelsAgree(OrderState order, String lineId, Quantities units) {
        assertThat(units.approved()).isEqualTo(inParcels(order, lineId, parcel -> !parcel.withdrawn()));
        assertThat(units.shipped()).isEqualTo(inParcels(order, lineId, parcel -> parcel.dispatchedAt() != null));
        assertThat(units.delivered()).isEqualTo(inParcels(order, lineId, parcel -> parcel.deliveredAt() != null));
    }

    private static long inParcels(OrderState order, String lineId, Predicate<Parcel> stage) {
        return order.parcels().values().stream()
                .filter(stage)
                .flatMap(parcel -> parcel.lines().stream())
                .filter(line -> line.lineId().equals(lineId))
                .mapToLong(LineQuantity::quantity)
                .sum();
    }
}
