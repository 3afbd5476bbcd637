// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The manifests of `deploy/kubernetes`: that each can be read, and that what one calls by name another one makes. No
/// Kubernetes has seen them here.
class ManifestsTest {

    private static final Path FOLDER = Path.of("..", "deploy", "kubernetes");

    private final List<Map<?, ?>> manifests = read();

    @Test
    void everyManifestSaysWhatItIsAndWhereItBelongs() {
        assertThat(manifests).hasSizeGreaterThanOrEqualTo(9).allSatisfy(one -> {
            assertThat(one.get("apiVersion")).isInstanceOf(String.class);
            assertThat(at(one, "metadata", "name")).isInstanceOf(String.class);
            if (!"Namespace".equals(one.get("kind"))) {
                assertThat(at(one, "metadata", "namespace")).isEqualTo("apian");
            }
        });
    }

    @Test
    void namesThatAreUsedAreMade() {
        assertThat(used("secretName", null)).isNotEmpty().isSubsetOf(names("Secret"));
        assertThat(used("secretKeyRef", "name")).isNotEmpty().isSubsetOf(names("Secret"));
        assertThat(used("configMapKeyRef", "name")).isNotEmpty().isSubsetOf(names("ConfigMap"));
        assertThat(used("claimName", null)).isNotEmpty().isSubsetOf(names("PersistentVolumeClaim"));
    }

    @Test
    void keysThatAreUsedAreInTheSecretsAndTheConfiguration() {
        Set<Object> keys = new TreeSet<>();
        for (String part : List.of("data", "stringData")) {
            manifests.stream()
                    .map(one -> one.get(part))
                    .filter(Map.class::isInstance)
                    .forEach(found -> keys.addAll(((Map<?, ?>) found).keySet()));
        }
        assertThat(used("secretKeyRef", "key")).isSubsetOf(keys);
        assertThat(used("configMapKeyRef", "key")).isSubsetOf(keys);
        assertThat(keys).contains("apian.key");
    }

    @Test
    void theServiceAndThePolicyFindTheServer() {
        Map<?, ?> server = one("Deployment", "apian-server");
        Object labels = at(server, "spec", "template", "metadata", "labels");
        assertThat(at(server, "spec", "selector", "matchLabels")).isEqualTo(labels);
        assertThat(at(one("Service", "apian-server"), "spec", "selector")).isEqualTo(labels);
        assertThat(at(one("NetworkPolicy", "apian-server"), "spec", "podSelector", "matchLabels"))
                .isEqualTo(labels);
    }

    @Test
    void thePolicyOfFlinkFindsTheJobByTheLabelThatTheOperatorGives() {
        Object job = at(one("FlinkDeployment", "apian"), "metadata", "name");
        assertThat(at(one("NetworkPolicy", "apian-flink"), "spec", "podSelector", "matchLabels", "app"))
                .isEqualTo(job);
    }

    @Test
    void everyMountHasItsVolume() {
        assertThat(used("volumeMounts", "name")).isNotEmpty().isSubsetOf(used("volumes", "name"));
    }

    @Test
    void theServerOnlyReadsTheLakeAndNobodyIsRoot() {
        assertThat(text("server.yaml")).contains("readOnlyRootFilesystem: true", "runAsNonRoot: true");
        List<Object> mounts = new ArrayList<>();
        walk(one("Deployment", "apian-server"), (key, value) -> {
            if (key.equals("volumeMounts")) {
                mounts.addAll((List<?>) value);
            }
        });
        assertThat(mounts).anySatisfy(mount -> {
            assertThat(at((Map<?, ?>) mount, "mountPath")).isEqualTo("/apian");
            assertThat(at((Map<?, ?>) mount, "readOnly")).isEqualTo(true);
        });
        assertThat(text("flink.yaml")).contains("runAsNonRoot: true");
    }

    @Test
    void theJobAndItsServerUseTheSameLake() {
        assertThat(text("flink.yaml")).contains("- /apian/lake");
        assertThat(text("server.yaml")).contains("- /apian/lake");
    }

    private Set<Object> names(String kind) {
        return manifests.stream()
                .filter(one -> kind.equals(one.get("kind")))
                .map(one -> at(one, "metadata", "name"))
                .collect(Collectors.toSet());
    }

    private Map<?, ?> one(String kind, String name) {
        return manifests.stream()
                .filter(one -> kind.equals(one.get("kind")) && name.equals(at(one, "metadata", "name")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " in " + FOLDER));
    }

    /// All values below a key, or of a field of the objects below it.
    private Set<Object> used(String wanted, @Nullable String field) {
        Set<Object> found = new TreeSet<>();
        for (Map<?, ?> manifest : manifests) {
            walk(manifest, (key, value) -> {
                if (key.equals(wanted)) {
                    List<?> all = value instanceof List<?> list ? list : List.of(value);
                    all.stream()
                            .map(one -> field == null ? one : ((Map<?, ?>) one).get(field))
                            .filter(Objects::nonNull)
                            .forEach(found::add);
                }
            });
        }
        return found;
    }

    private static void walk(Object node, BiConsumer<Object, Object> visitor) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (value != null) {
                    visitor.accept(key, value);
                    walk(value, visitor);
                }
            });
        } else if (node instanceof List<?> list) {
            list.forEach(one -> walk(one, visitor));
        }
    }

    private static Object at(Map<?, ?> manifest, String... path) {
        Object found = manifest;
        for (String step : path) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return Objects.requireNonNullElse(found, "nothing");
    }

    private static List<Map<?, ?>> read() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Map<?, ?>> all = new ArrayList<>();
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                LoadSettings settings =
                        LoadSettings.builder().setLabel(file.toString()).build();
                new Load(settings)
                        .loadAllFromString(Files.readString(file))
                        .forEach(document -> all.add((Map<?, ?>) document));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
