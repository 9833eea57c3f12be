package io.ordertrail.app.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ordertrail.app.http.problem.Identity;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Writes down who came in, with which key or token and from where: the first time in each hour, not each request. */
@Component
@ConditionalOnWebApplication
final class Arrivals {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    /** So many are remembered at a time; one that was forgotten is written down once more. */
    private static final int REMEMBERED = 10_000;

    private record Arrival(String credential, String address) {}

    private final Cache<Arrival, Boolean> lately = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    void tell(Identity known, String address) {
        Arrival arrival = new Arrival(known.credential(), address);
        if (lately.asMap().putIfAbsent(arrival, true) == null) {
            LOG.info("{} came in with {} from {}, as {}", known.actor(), known.credential(), address, known.roles());
        }
    }
}
