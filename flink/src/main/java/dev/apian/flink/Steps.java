// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink;

import dev.apian.Pipeline;
import dev.apian.stage.signal.BuiltIn;
import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Detector;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The pipeline on each machine. Steps hold settings only, so one serves all tasks there.
public final class Steps {

    private static final List<Detector<?>> DETECTORS = BuiltIn.detectors();

    public static final Pipeline PIPELINE = new Pipeline(DETECTORS);

    /// The configured detections by id: what a signal that travels names.
    public static final Map<String, Card> CARDS = DETECTORS.stream()
            .<Card>map(Detector::card)
            .collect(Collectors.toUnmodifiableMap(Card::id, Function.identity()));

    private Steps() {}
}
