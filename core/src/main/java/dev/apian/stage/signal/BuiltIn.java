// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import dev.apian.stage.signal.detector.ForeignEntity;
import dev.apian.stage.signal.detector.IdWalk;
import dev.apian.stage.signal.detector.ImpossibleTravel;
import dev.apian.stage.signal.detector.NewDeployment;
import dev.apian.stage.signal.detector.PermissionViolation;
import dev.apian.stage.signal.detector.RefreshReplay;
import dev.apian.stage.signal.detector.SensitiveFirstUse;
import dev.apian.stage.signal.detector.TenfoldRise;
import dev.apian.stage.signal.detector.TokenSharing;
import dev.apian.stage.signal.detector.UnseenEntities;
import dev.apian.stage.signal.detector.UnusualYield;
import dev.apian.stage.signal.detector.VolumeSurge;
import dev.apian.stage.signal.scenario.ScenarioDetector;
import dev.apian.stage.signal.scenario.ScenarioFile;
import dev.apian.stage.signal.scenario.ScenarioFile.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The detections that come with Apian, with their default limits: those in Java, and the files of
/// `detections/`.
public final class BuiltIn {

    /// Files of `detections/` by id. A test compares this list with the folder.
    public static final List<String> FILES = List.of(
            "code-guessing",
            "credential-stuffing",
            "many-refused",
            "password-guessing",
            "path-probing",
            "permission-probing");

    private BuiltIn() {}

    public static List<Detector<?>> detectors() {
        return Stream.concat(inJava().stream(), FILES.stream().map(BuiltIn::ofFile))
                .toList();
    }

    private static List<Detector<?>> inJava() {
        return List.of(
                new ForeignEntity(ForeignEntity.Limits.DEFAULT),
                new IdWalk(IdWalk.Limits.DEFAULT),
                new ImpossibleTravel(ImpossibleTravel.Limits.DEFAULT),
                new NewDeployment(NewDeployment.Limits.DEFAULT),
                new PermissionViolation(PermissionViolation.Limits.DEFAULT),
                new RefreshReplay(RefreshReplay.Limits.DEFAULT),
                new SensitiveFirstUse(SensitiveFirstUse.Limits.DEFAULT),
                new TenfoldRise(TenfoldRise.Limits.DEFAULT),
                new TokenSharing(TokenSharing.Limits.DEFAULT),
                new UnseenEntities(UnseenEntities.Limits.DEFAULT),
                new UnusualYield(UnusualYield.Limits.DEFAULT),
                new VolumeSurge(VolumeSurge.Limits.DEFAULT));
    }

    private static Detector<?> ofFile(String id) {
        String name = id + ".yaml";
        return switch (ScenarioFile.read(name, textOf(name))) {
            case Outcome.Good good -> new ScenarioDetector(good.scenario());
            case Outcome.Bad bad ->
                throw new IllegalStateException(
                        bad.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
        };
    }

    /// The text of a file as it was packed into the jar.
    public static String textOf(String fileName) {
        try (InputStream in = BuiltIn.class.getResourceAsStream("/detections/" + fileName)) {
            if (in == null) {
                throw new IllegalStateException(
                        "detections/" + fileName + " is not in the jar; build core with the folder beside it");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
