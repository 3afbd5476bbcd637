// SPDX-License-Identifier: Apache-2.0
package dev.apian.tidy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Checks of the compiled core: it computes, and everything else is the runner's.
class CoreTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.apian");

    @Test
    void theCoreKnowsNoRunner() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.apian.engine..",
                        "dev.apian.server..",
                        "dev.apian.lake..",
                        "dev.apian.cli..",
                        "dev.apian.flink..",
                        "org.apache.flink..",
                        "org.apache.kafka..",
                        "com.linecorp..")
                .because("stages are written once and run by several runners"));
    }

    @Test
    void theCoreDoesNoInputOrOutput() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "java.net..", "java.nio.file..", "java.nio.channels..")
                .because("the runner does the reading and writing"));
    }

    @Test
    void theCoreHasNoClockAndNoThreads() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.util.concurrent.locks..")
                .because("time is the time of the call, and the runner has the threads"));
    }

    @Test
    void onlyScenarioFilesKnowYaml() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.apian.stage.signal.scenario..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snakeyaml..")
                .because("files are read in one place"));
    }

    private static void check(ArchRule rule) {
        rule.check(CORE);
    }
}
