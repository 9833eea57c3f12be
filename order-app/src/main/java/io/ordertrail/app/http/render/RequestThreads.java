package io.ordertrail.app.http.render;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.ProtocolHandler;
import org.apache.tomcat.util.threads.TaskQueue;
import org.apache.tomcat.util.threads.TaskThreadFactory;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;

/**
 * The threads on which Tomcat handles requests. It would make the same, and interrupt those that are at work when it
 * stops and has lost patience, but an interrupt in the database closes an embedded one. These it leaves alone.
 */
final class RequestThreads implements TomcatProtocolHandlerCustomizer<ProtocolHandler> {

    private static final Logger LOG = LoggerFactory.getLogger(RequestThreads.class);
    private static final Duration IDLE = Duration.ofMinutes(1);

    /** Tomcat has waited before. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ThreadPoolExecutor threads;

    RequestThreads(int spare, int most) {
        // Tomcat's queue makes a new thread before it lets a request wait.
        TaskQueue queue = new TaskQueue();
        threads = new ThreadPoolExecutor(
                spare,
                most,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                queue,
                new TaskThreadFactory("http-", true, Thread.NORM_PRIORITY));
        queue.setParent(threads);
    }

    @Override
    public void customize(ProtocolHandler protocol) {
        protocol.setExecutor(threads);
    }

    /** Begins no request any more, and waits for those under way. */
    void end() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("{} requests are cut off", threads.getActiveCount());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("Interrupted while waiting for requests to end", e);
        }
    }
}
