// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import dev.apian.reportcard.score.Finding;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// Alerts when an actor, after a week of learning, does something for the first time: an endpoint, a country, an
/// autonomous system, a user agent.
///
/// These are the "new terms" rules of Elastic Security and the first-seen rules of other products, which alert on any
/// one of them. The score is the weight of what was new in the last 24 hours; rarer kinds weigh more.
public final class NeverSeenBefore implements Rival {

    private static final double PUBLISHED = 1;
    private static final double LENIENT = 1;
    private static final long LEARNING = 7 * Clock.DAY;
    private static final int ACTORS_MAX = 100_000;
    private static final int TERMS_PER_ACTOR_MAX = 10_000;

    private static final double ENDPOINT = 1;
    private static final double USER_AGENT = 1;
    private static final double AUTONOMOUS_SYSTEM = 2;
    private static final double COUNTRY = 3;

    private final Memory<Past> pasts = new Memory<>(ACTORS_MAX);
    private final Thinning thinning = new Thinning(LENIENT);

    @Override
    public String name() {
        return "never seen before";
    }

    @Override
    public void see(TrueCall call, Consumer<Finding> findings) {
        var past = pasts.of(call.actor(), () -> new Past(call.micros()));
        var fresh = past.add("endpoint", call.endpoint(), ENDPOINT)
                + past.add("country", call.country(), COUNTRY)
                + past.add("autonomous system", String.valueOf(call.autonomousSystem()), AUTONOMOUS_SYSTEM)
                + past.add("user agent", call.userAgent(), USER_AGENT);
        if (fresh > 0 && call.micros() - past.first >= LEARNING) {
            var score = past.scoreWith(new New(call.micros(), fresh));
            thinning.pass(new Finding(call.actor(), call.micros(), score, "new"), findings);
        }
    }

    @Override
    public void end(Consumer<Finding> findings) {}

    @Override
    public double published() {
        return PUBLISHED;
    }

    private record New(long micros, double weight) {}

    private static final class Past {
        private final long first;
        private final Set<String> terms = new HashSet<>();
        private final Deque<New> lastDay = new ArrayDeque<>();

        Past(long first) {
            this.first = first;
        }

        /// The weight if the term is new, else 0. An actor with too many terms has no new ones any more.
        double add(String kind, String term, double weight) {
            return terms.size() < TERMS_PER_ACTOR_MAX && terms.add(kind + '\n' + term) ? weight : 0;
        }

        double scoreWith(New latest) {
            lastDay.addLast(latest);
            while (lastDay.getFirst().micros <= latest.micros - Clock.DAY) {
                lastDay.removeFirst();
            }
            return lastDay.stream().mapToDouble(New::weight).sum();
        }
    }
}
