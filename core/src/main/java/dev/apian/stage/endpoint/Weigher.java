// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.stage.endpoint.Use.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Weighs at one place in paths, for each name there, whether it is a route or somebody's value.
///
/// The evidence is what values of one variable have in common and routes have not: a response shape found nowhere
/// else, the same parts below, that new ones keep coming, that they come back in the response, that each is used by few
/// senders. How many names there are says little. The sum of the evidence is a log-odds: first for each name alone,
/// then for each name among those it resembles.
final class Weigher {

    /// A response shape seen in so few places is a resource's own.
    private static final double SPECIFIC_MIN = 0.34;

    /// Names or values at one place that are weighed together.
    static final int SIBLINGS_MAX = 1_000;

    private final Shapes shapes;
    private final Place above;
    private final @Nullable Place variable;
    private final List<Sibling> siblings = new ArrayList<>();
    private final Map<Token, Integer> shared = new HashMap<>();
    private final Map<Long, Integer> structures = new HashMap<>();
    /// Structures that the variable was called with, and whether with a shape.
    private final Map<Long, Boolean> ofVariable = new HashMap<>();

    private final Map<String, Integer> echoed = new HashMap<>();
    private double meanLogCalls;
    private double meanSpread;
    private double once;
    private double echoing;
    private double apiWords;

    /// @param inVariable whether it is taken for a value already
    record Sibling(String text, Use use, boolean inVariable) {}

    /// @param features see [Evidence], in its order
    /// @param odds     that the name is a value, positive if it rather is
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Weighed(Sibling sibling, double[] features, double alone, double[] among, double odds) {}

    private Weigher(Place above, Shapes shapes) {
        this.shapes = shapes;
        this.above = above;
        this.variable = above.plainVariable();
        above.names.values().stream()
                .filter(name -> !name.fixed && !name.proven && !Paths.isTail(name.text))
                .limit(SIBLINGS_MAX)
                .forEach(name -> siblings.add(new Sibling(name.text, name.use, false)));
        if (variable != null) {
            variable.values.forEach((text, use) -> {
                if (SegmentType.of(text) == SegmentType.LITERAL) {
                    siblings.add(new Sibling(text, use, true));
                }
            });
        }
        if (variable != null) {
            variable.use
                    .tokens()
                    .forEach(token -> ofVariable.merge(token.structure(), token.shape() != 0, Boolean::logicalOr));
        }
        sumUp();
    }

    static List<Weighed> weigh(Place above, Shapes shapes) {
        return new Weigher(above, shapes).weighAll();
    }

    private void sumUp() {
        double logCalls = 0;
        double spread = 0;
        int several = 0;
        int single = 0;
        for (Sibling sibling : siblings) {
            Use use = sibling.use;
            logCalls += logOf(use);
            single += use.calls() == 1 ? 1 : 0;
            echoing += use.echoes().isEmpty() ? 0 : 1;
            apiWords += ApiWords.share(sibling.text);
            if (use.calls() > 1) {
                several++;
                spread += spread(use);
            }
            use.tokens().forEach(token -> {
                shared.merge(token, 1, Integer::sum);
                structures.merge(token.structure(), 1, Integer::sum);
            });
            use.echoes().keySet().forEach(key -> echoed.merge(key, 1, Integer::sum));
        }
        int all = Math.max(1, siblings.size());
        meanLogCalls = logCalls / all;
        meanSpread = several == 0 ? 0.5 : spread / several;
        once = (double) single / all;
        echoing /= all;
        apiWords /= all;
    }

    private List<Weighed> weighAll() {
        double[][] features = new double[siblings.size()][];
        double[] alone = new double[siblings.size()];
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            features[i] = features(siblings.get(i));
            alone[i] = Weights.alone(features[i]);
            sum += clipped(alone[i]);
        }
        List<Weighed> weighed = new ArrayList<>(features.length);
        for (int i = 0; i < features.length; i++) {
            double[] among = among(i, alone, sum);
            weighed.add(new Weighed(siblings.get(i), features[i], alone[i], among, Weights.among(among)));
        }
        return weighed;
    }

    private double[] among(int i, double[] alone, double sum) {
        Use use = siblings.get(i).use;
        double alike = 0;
        int count = 0;
        double best = -Weights.CLIP;
        for (int j = 0; j < alone.length; j++) {
            if (j != i && resembles(use, siblings.get(j).use)) {
                alike += clipped(alone[j]);
                best = Math.max(best, clipped(alone[j]));
                count++;
            }
        }
        double own = clipped(alone[i]);
        double others = alone.length < 2 ? own : (sum - own) / (alone.length - 1);
        return new double[] {
            1,
            own,
            count == 0 ? 0 : alike / count,
            count == 0 ? 0 : best,
            count == 0 ? 1 : 0,
            StrictMath.log1p(count),
            others,
            StrictMath.log(siblings.size()),
            siblings.get(i).inVariable ? 1 : 0
        };
    }

    private static double clipped(double odds) {
        return Math.clamp(odds, -Weights.CLIP, Weights.CLIP);
    }

    /// Whether two names have a specific shape in common at the same place below.
    private boolean resembles(Use one, Use other) {
        for (Token token : one.tokens()) {
            if (token.shape() != 0
                    && specific(token) >= SPECIFIC_MIN
                    && other.tokens().contains(token)) {
                return true;
            }
        }
        return false;
    }

    private double specific(Token token) {
        return 1.0 / shapes.spread(token.shape());
    }

    private static double spread(Use use) {
        return (use.senders() - 1.0) / (Math.min(use.calls(), Use.SENDERS_MAX) - 1);
    }

    private double[] features(Sibling sibling) {
        Use use = sibling.use;
        Evidence evidence = new Evidence();
        evidence.set(Evidence.BIAS, 1);
        shapes(evidence, use);
        echoes(evidence, use);
        if (!sibling.inVariable) {
            variable(evidence, sibling);
        }
        double spread = use.calls() > 1 ? spread(use) : 0.5;
        evidence.set(Evidence.SPREAD, spread);
        evidence.set(Evidence.ONE_SENDER, use.calls() >= 3 && use.senders() == 1);
        evidence.set(Evidence.MANY_SENDERS, use.senders() == Use.SENDERS_MAX);
        evidence.set(Evidence.SPREAD_OF_SIBLINGS, meanSpread);
        evidence.set(Evidence.ONCE, once);
        evidence.set(Evidence.ONCE_OF_MANY, once * StrictMath.log(siblings.size()));
        evidence.set(Evidence.SIBLINGS, StrictMath.log(siblings.size()));
        evidence.set(Evidence.HEAVIER, logOf(use) - meanLogCalls);
        evidence.set(Evidence.CALLED_ONCE, use.calls() == 1);
        evidence.set(Evidence.BESIDE_API_WORDS, apiWords);
        Evidence.words(evidence, sibling.text, above);
        return evidence.values();
    }

    private void shapes(Evidence evidence, Use use) {
        double specific = 0;
        double generic = 0;
        double structure = 0;
        int comparable = 0;
        int alien = 0;
        for (Map.Entry<Token, Integer> entry : use.counts().entrySet()) {
            Token token = entry.getKey();
            double others = StrictMath.log(shared.getOrDefault(token, 1));
            if (token.shape() != 0) {
                specific = Math.max(specific, others * specific(token));
                generic = Math.max(generic, others * (1 - specific(token)));
                if (structures.getOrDefault(token.structure(), 1) > 1) {
                    comparable += entry.getValue();
                    alien += shared.getOrDefault(token, 1) == 1 ? entry.getValue() : 0;
                }
            }
            if (!token.end()) {
                structure = Math.max(structure, StrictMath.log(structures.getOrDefault(token.structure(), 1)));
            }
        }
        evidence.set(Evidence.SPECIFIC_SHAPE, specific);
        evidence.set(Evidence.HAS_SPECIFIC_SHAPE, specific > 0.3);
        evidence.set(Evidence.GENERIC_SHAPE, generic);
        evidence.set(Evidence.BELOW, structure);
        evidence.set(Evidence.OWN_SHAPE, comparable == 0 ? 0 : (double) alien / comparable);
        evidence.set(Evidence.NO_BODY, use.bodies() == 0);
    }

    private void echoes(Evidence evidence, Use use) {
        double alike = 0;
        for (String key : use.echoes().keySet()) {
            alike = Math.max(alike, StrictMath.log(echoed.getOrDefault(key, 1)));
        }
        boolean echoes = !use.echoes().isEmpty();
        evidence.set(Evidence.ECHOED, echoes);
        evidence.set(Evidence.ECHOED_ALIKE, alike);
        evidence.set(Evidence.ONLY_SIBLINGS_ECHOED, !echoes && use.bodies() > 0 ? echoing : 0);
    }

    /// How well the name fits a variable that is there already.
    private void variable(Evidence evidence, Sibling sibling) {
        if (variable == null) {
            return;
        }
        boolean same = false;
        boolean comparable = false;
        boolean below = false;
        double specific = 0;
        for (Token token : sibling.use.tokens()) {
            if (ofVariable.containsKey(token.structure())) {
                below |= !token.end();
                comparable |= token.shape() != 0 && ofVariable.getOrDefault(token.structure(), false);
                if (token.shape() != 0 && variable.use.tokens().contains(token)) {
                    same = true;
                    specific = Math.max(specific, specific(token));
                }
            }
        }
        evidence.set(Evidence.HAS_VARIABLE, 1);
        evidence.set(Evidence.VARIABLE_IS_OPEN, variable.open);
        evidence.set(Evidence.FITS_VARIABLE, same);
        evidence.set(Evidence.FITS_SPECIFICALLY, specific);
        evidence.set(Evidence.FITS_BELOW, below);
        evidence.set(Evidence.UNFIT_FOR_VARIABLE, comparable && !same);
        double values = variable.open ? StrictMath.log1p((double) variable.valuesSeen) : 0;
        evidence.set(Evidence.VALUES_OF_VARIABLE, values);
        evidence.set(Evidence.NAMES_BESIDE_VARIABLE, StrictMath.log1p(above.names.size()));
        evidence.set(Evidence.FITS_ONE_OF_MANY, same || below && !comparable ? values : 0);
        evidence.set(Evidence.NO_API_WORD_BESIDE_VARIABLE, 1 - ApiWords.share(sibling.text));
        evidence.set(Evidence.LIGHTER_THAN_VARIABLE, logOf(variable.use) - logOf(sibling.use));
    }

    private static double logOf(Use use) {
        return StrictMath.log1p(use.calls());
    }
}
