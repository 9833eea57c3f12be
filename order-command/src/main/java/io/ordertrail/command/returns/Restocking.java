package io.ordertrail.command.returns;

import io.ordertrail.api.returns.ReturnCommand.Disposition;
import io.ordertrail.api.returns.ReturnCommand.Verdict;
import io.ordertrail.api.returns.ReturnEvent.ReturnInspected;
import io.ordertrail.api.returns.ReturnEvent.ReturnRequested;
import io.ordertrail.api.returns.ReturnLine;
import io.ordertrail.api.stock.StockCommand.ReturnStock;
import io.ordertrail.api.stock.StockItemId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Which goods of a return go back into stock. */
final class Restocking {

    private final Function<Collection<String>, Set<String>> tracked;

    /** @param tracked which of some SKUs are kept as stock (rule S7) */
    Restocking(Function<Collection<String>, Set<String>> tracked) {
        this.tracked = tracked;
    }

    /** Rule R4: what passed the inspection and is kept as stock, and nothing else; by line id. */
    Map<String, ReturnStock> of(ReturnRequested request, ReturnInspected inspected) {
        Set<String> skus = tracked.apply(
                request.lines().stream().map(ReturnLine::sku).distinct().toList());
        Map<String, ReturnStock> commands = new LinkedHashMap<>();
        for (ReturnLine line : request.lines()) {
            long units = passed(inspected, line.lineId());
            if (units > 0 && skus.contains(line.sku())) {
                commands.put(
                        line.lineId(),
                        new ReturnStock(
                                StockItemId.of(line.sku()),
                                request.orderId(),
                                line.lineId(),
                                request.returnId(),
                                units,
                                null));
            }
        }
        return commands;
    }

    private static long passed(ReturnInspected inspected, String lineId) {
        return inspected.verdicts().stream()
                .filter(verdict -> verdict.lineId().equals(lineId) && verdict.disposition() == Disposition.RESTOCK)
                .mapToLong(Verdict::quantity)
                .sum();
    }
}
