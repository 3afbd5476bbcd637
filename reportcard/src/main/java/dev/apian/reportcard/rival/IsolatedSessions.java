// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import com.amazon.randomcutforest.RandomCutForest;
import dev.apian.reportcard.score.Finding;
import java.util.LinkedHashMap;
import java.util.function.Consumer;

/// Alerts on sessions that are easy to isolate from all other sessions, by a random cut forest.
///
/// Guha et al., "Robust random cut forest based anomaly detection on streams", ICML 2016, in the authors' own library.
/// Its README says to score each point and update with it thereafter; 50 trees of 256 points are its defaults, and 1.5
/// is the limit with which its thresholder starts (`BasicThresholder.DEFAULT_INITIAL_THRESHOLD`). Features are brought
/// to equal scale, as its thresholded forest does. One forest for all actors, which learns for a week before it speaks.
public final class IsolatedSessions implements Rival {

    private static final double PUBLISHED = 1.5;
    private static final double LENIENT = 1.2;
    private static final long PAUSE = 30 * Clock.MINUTE;
    private static final long SESSION_MAX = 12 * Clock.HOUR;
    private static final long LEARNING = 7 * Clock.DAY;
    private static final int CALLS_MIN = 3;
    private static final int OPEN_MAX = 200_000;
    private static final int TREES = 50;
    private static final int POINTS_PER_TREE = 256;
    private static final long SEED = 42;

    private final LinkedHashMap<String, Session> open = new LinkedHashMap<>();
    private final Standard standard = new Standard(Session.FEATURES);
    private final Thinning thinning = new Thinning(LENIENT);
    private final RandomCutForest forest;
    private long start = Long.MIN_VALUE;

    public IsolatedSessions() {
        forest = RandomCutForest.builder()
                .dimensions(Session.FEATURES)
                .numberOfTrees(TREES)
                .sampleSize(POINTS_PER_TREE)
                .randomSeed(SEED)
                .parallelExecutionEnabled(false)
                .build();
    }

    @Override
    public String name() {
        return "isolated sessions";
    }

    @Override
    public void see(TrueCall call, Consumer<Finding> findings) {
        if (start == Long.MIN_VALUE) {
            start = call.micros();
        }
        while (!open.isEmpty() && isOver(open.firstEntry().getValue(), call.micros())) {
            judge(open.pollFirstEntry().getValue(), PAUSE, findings);
        }
        var session = open.get(call.actor());
        if (session != null && call.micros() - session.first() >= SESSION_MAX) {
            judge(session, 0, findings);
            session = null;
        }
        session = session == null ? new Session(call) : session;
        session.add(call);
        open.putLast(call.actor(), session);
    }

    @Override
    public void end(Consumer<Finding> findings) {
        open.values().forEach(session -> judge(session, 0, findings));
        open.clear();
    }

    @Override
    public double published() {
        return PUBLISHED;
    }

    /// The longest silent one comes first, so that only the first need be asked.
    private boolean isOver(Session session, long micros) {
        return micros - session.last() > PAUSE || open.size() > OPEN_MAX;
    }

    private void judge(Session session, long after, Consumer<Finding> findings) {
        if (session.calls() < CALLS_MIN) {
            return;
        }
        var features = session.features();
        var point = standard.apply(features);
        if (session.last() - start >= LEARNING) {
            var score = forest.getAnomalyScore(point);
            thinning.pass(new Finding(session.actor(), session.last() + after, score, "session"), findings);
        }
        standard.learn(features);
        forest.update(point);
    }
}
