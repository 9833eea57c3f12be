package io.ordertrail.app.importing;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress on a terminal: a bar over the orders of the file, with rate and time left. */
final class BarProgress implements Progress {

    private final ProgressBar bar;
    private final long start = System.nanoTime();

    BarProgress(long size) {
        bar = new ProgressBarBuilder()
                .setTaskName("import")
                .setInitialMax(size)
                .setUnit(" orders", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build();
    }

    @Override
    public void at(Summary summary) {
        double seconds = Math.max(0.001, (System.nanoTime() - start) / 1e9);
        bar.stepTo(summary.orders());
        bar.setExtraMessage(String.format(
                Locale.ROOT, " %.0f/s, %d rows rejected", summary.orders() / seconds, summary.rejectedRows()));
    }

    @Override
    public void note(String text) {
        bar.setExtraMessage(" " + text);
    }

    @Override
    public void close() {
        bar.close();
    }
}
