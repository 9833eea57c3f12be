package io.ordertrail.query.returns;

import io.ordertrail.api.returns.ReturnCommand.Disposition;
import io.ordertrail.api.returns.ReturnCommand.ReturnedUnits;
import io.ordertrail.api.returns.ReturnCommand.Verdict;
import io.ordertrail.api.returns.ReturnLine;
import io.ordertrail.api.returns.ReturnView;
import java.util.List;

/** What became of the units of each line. */
final class ReturnLines {

    private ReturnLines() {}

    static List<ReturnView.Line> requested(List<ReturnLine> lines) {
        return lines.stream()
                .map(line -> new ReturnView.Line(
                        line.lineId(), line.sku(), line.quantity(), line.worth(), line.reason(), 0, 0, 0, 0))
                .toList();
    }

    static List<ReturnView.Line> received(List<ReturnView.Line> lines, List<ReturnedUnits> came) {
        return lines.stream().map(line -> received(line, came)).toList();
    }

    static List<ReturnView.Line> inspected(List<ReturnView.Line> lines, List<Verdict> verdicts) {
        return lines.stream()
                .map(line -> new ReturnView.Line(
                        line.lineId(),
                        line.sku(),
                        line.requested(),
                        line.worth(),
                        line.reason(),
                        line.received(),
                        judged(line, verdicts, Disposition.RESTOCK),
                        judged(line, verdicts, Disposition.WRITE_OFF),
                        judged(line, verdicts, Disposition.REJECT)))
                .toList();
    }

    private static ReturnView.Line received(ReturnView.Line line, List<ReturnedUnits> came) {
        int units = came.stream()
                .filter(part -> part.lineId().equals(line.lineId()))
                .mapToInt(ReturnedUnits::quantity)
                .sum();
        return new ReturnView.Line(
                line.lineId(),
                line.sku(),
                line.requested(),
                line.worth(),
                line.reason(),
                line.received() + units,
                line.restocked(),
                line.writtenOff(),
                line.rejected());
    }

    private static int judged(ReturnView.Line line, List<Verdict> verdicts, Disposition disposition) {
        return verdicts.stream()
                .filter(verdict -> verdict.lineId().equals(line.lineId()) && verdict.disposition() == disposition)
                .mapToInt(Verdict::quantity)
                .sum();
    }
}
