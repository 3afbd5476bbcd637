// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import dev.apian.reportcard.score.Finding;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Alerts when an actor or an address fills a leaky bucket: many refused paths, many pages, many refused logins.
///
/// The buckets are those of CrowdSec's hub: `http-probing` (capacity 10, leaks one in 10 s, distinct paths),
/// `http-crawl-non_statics` (40, 0.5 s) and `http-generic-bf` (5, 10 s). As there, a bucket overflows when it holds
/// more than its capacity. The score is the level by the capacity.
public final class LeakyBuckets implements Rival {

    private static final double PUBLISHED = Math.nextUp(1.0);
    private static final double LENIENT = 0.7;
    private static final int BUCKETS_MAX = 300_000;

    private static final Shape PROBING = new Shape("probing", 10, 10 * Clock.SECOND);
    private static final Shape CRAWL = new Shape("crawl", 40, Clock.SECOND / 2);
    private static final Shape BRUTE_FORCE = new Shape("brute force", 5, 10 * Clock.SECOND);

    private final Memory<LeakyBucket> buckets = new Memory<>(BUCKETS_MAX);
    private final Thinning thinning = new Thinning(LENIENT);

    @Override
    public String name() {
        return "leaky buckets";
    }

    @Override
    public void see(TrueCall call, Consumer<Finding> findings) {
        var path = call.endpoint() + ' ' + String.join(" ", call.entities());
        pour(CRAWL, path, call, findings);
        if (call.status() >= 400 && call.status() < 500) {
            pour(PROBING, path, call, findings);
        }
        if (call.status() == 401 && isLogin(call.endpoint())) {
            // Every refused login counts, the same one too: no two calls are the same item.
            pour(BRUTE_FORCE, String.valueOf(call.micros()), call, findings);
        }
    }

    @Override
    public void end(Consumer<Finding> findings) {}

    @Override
    public double published() {
        return PUBLISHED;
    }

    private void pour(Shape shape, String item, TrueCall call, Consumer<Finding> findings) {
        for (var key : List.of("actor " + call.actor(), "address " + call.address())) {
            var bucket = buckets.of(shape.name + ' ' + key, () -> new LeakyBucket(shape.leakMicros));
            var score = bucket.pour(item, call.micros()) / shape.capacity;
            thinning.pass(new Finding(call.actor(), call.micros(), score, shape.name), findings);
        }
    }

    private static boolean isLogin(String endpoint) {
        var lower = endpoint.toLowerCase(Locale.ROOT);
        return lower.contains("login") || lower.contains("auth");
    }

    private record Shape(String name, double capacity, long leakMicros) {}
}
