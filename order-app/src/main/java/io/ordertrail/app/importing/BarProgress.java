package io.ordertrail.app.importing;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress on a terminal: a bar over the file, with orders, rate and time left. */
final class BarProgress implements Progress {

    private static final int KIBIBYTE = 1024;

    private final ProgressBar bar;
    private final long start = System.nanoTime();

    BarProgress(long size) {
        bar = new ProgressBarBuilder()
                .setTaskName("import")
                .setInitialMax(size)
                .setUnit(" KiB", KIBIBYTE)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build();
    }

    @Override
    public void at(long bytes, Summary summary) {
        double seconds = Math.max(0.001, (System.nanoTime() - start) / 1e9);
        bar.stepTo(bytes);
        bar.setExtraMessage(String.format(
                Locale.ROOT,
                " %,d orders, %.0f/s, %d rows rejected",
                summary.orders(),
                summary.orders() / seconds,
                summary.rejectedRows()));
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
