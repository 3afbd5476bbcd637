// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.machine;

import dev.apian.cluster.flink.FlinkProcesses;
import dev.apian.cluster.flink.FlinkRest;
import dev.apian.cluster.kafka.KafkaFiles;
import dev.apian.cluster.kafka.Topics;
import dev.apian.cluster.postgres.Database;
import dev.apian.cluster.postgres.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// The processes of one folder, up or not. Every change is written down before it is relied on.
public final class Cluster {

    public static final String POSTGRES = "postgres";
    public static final String KAFKA = "kafka";

    private static final Duration START_MAX = Duration.ofSeconds(90);
    private static final Duration STOP_MAX = Duration.ofSeconds(20);

    private final Layout layout;
    private final ClassPaths classPaths;
    private final Consumer<String> progress;
    private final StateFile file;
    private ClusterState state;

    private Cluster(Layout layout, ClassPaths classPaths, Consumer<String> progress, ClusterState state) {
        this.layout = layout;
        this.classPaths = classPaths;
        this.progress = progress;
        this.file = new StateFile(layout.state());
        this.state = state;
    }

    /// The cluster of a folder.
    ///
    /// @param progress told what is being done
    /// @throws IOException if there is none
    public static Cluster open(Layout layout, ClassPaths classPaths, Consumer<String> progress) throws IOException {
        ClusterState state = new StateFile(layout.state())
                .read()
                .orElseThrow(() -> new IOException("no cluster in " + layout.root()
                        + "; start one with `apian cluster up`, or name another folder with --dir"));
        return new Cluster(layout, classPaths, progress, state);
    }

    public static boolean isIn(Layout layout) {
        return Files.exists(layout.state());
    }

    /// A new cluster, nothing of it running.
    public static Cluster create(Layout layout, ClassPaths classPaths, Sizes sizes, Consumer<String> progress)
            throws IOException {
        Files.createDirectories(layout.lake());
        Cluster cluster = new Cluster(layout, classPaths, progress, ClusterState.first(sizes, Ports.free()));
        SecretKey.ensure(layout.key());
        cluster.file.write(cluster.state);
        return cluster;
    }

    public Layout layout() {
        return layout;
    }

    public ClusterState state() {
        return state;
    }

    public Ports ports() {
        return state.ports();
    }

    public FlinkRest flink() {
        return new FlinkRest(ports().rest());
    }

    public Database database() {
        return new Database(ports().postgres());
    }

    public String bootstrap() {
        return "127.0.0.1:" + ports().kafka();
    }

    /// The names of all processes, in the order in which they start.
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of(POSTGRES, KAFKA, FlinkProcesses.JOB_MANAGER));
        for (int i = 1; i <= state.sizes().taskManagers(); i++) {
            names.add(FlinkProcesses.taskManager(i));
        }
        return names;
    }

    public boolean isUp() {
        return names().stream().allMatch(state::isAlive);
    }

    /// The job that was submitted last.
    ///
    /// @throws IOException if there was none
    public Submitted job() throws IOException {
        Submitted job = state.job();
        if (job == null) {
            throw new IOException("no job was started in this cluster; start it with `apian cluster run`");
        }
        return job;
    }

    public void remember(Submitted job) throws IOException {
        change(state.with(job));
    }

    /// Starts what is missing and waits until it is ready; data stays.
    public void up() throws IOException {
        SecretKey.ensure(layout.key());
        startPostgres();
        startKafka();
        boolean old = state.isAlive(FlinkProcesses.JOB_MANAGER);
        if (!old) {
            flinkProcesses().prepare();
            start(flinkProcesses().jobManager(), () -> flink().isReady());
        }
        for (int i = 1; i <= state.sizes().taskManagers(); i++) {
            if (!state.isAlive(FlinkProcesses.taskManager(i))) {
                startTaskManager(i);
            }
        }
    }

    private void startPostgres() throws IOException {
        if (!state.isAlive(POSTGRES)) {
            progress.accept("preparing " + POSTGRES);
            Postgres postgres = new Postgres(layout.postgres());
            postgres.prepare();
            List<String> command = postgres.command(ports().postgres());
            start(
                    recipe(POSTGRES, command, ports().postgres()),
                    () -> database().isReady());
        }
        database().create();
    }

    private void startKafka() throws IOException {
        try (Topics topics = new Topics(bootstrap())) {
            if (!state.isAlive(KAFKA)) {
                progress.accept("preparing " + KAFKA);
                KafkaFiles files = new KafkaFiles(layout.kafka(), classPaths.kafka());
                files.prepare(ports().kafka(), ports().controller());
                List<String> command = files.command(state.sizes().kafkaMb());
                start(recipe(KAFKA, command, ports().kafka()), topics::isReady);
            }
            topics.create(state.sizes().partitions());
        }
    }

    /// Kills a TaskManager as a power cut would, and starts another in its place.
    ///
    /// @param number from 1
    public void replaceTaskManager(int number) throws IOException {
        String name = FlinkProcesses.taskManager(number);
        Started victim = state.process(name).filter(Started::isAlive).orElse(null);
        if (victim == null) {
            throw new IOException(name + " is not up, expected one to kill; see `apian cluster status`");
        }
        victim.kill();
        progress.accept(name + " killed");
        startTaskManager(number);
    }

    private void startTaskManager(int number) throws IOException {
        String identity = FlinkProcesses.taskManager(number) + "-" + UUID.randomUUID();
        Recipe recipe = flinkProcesses().taskManager(number, FreePorts.takeOne(), identity);
        start(recipe, () -> flink().taskManagers().contains(identity));
    }

    private void start(Recipe recipe, Waiting.Check ready) throws IOException {
        progress.accept("starting " + recipe.name());
        Process process = Command.detach(recipe);
        change(state.with(recipe.name(), Started.of(process.toHandle(), recipe.port())));
        Waiting.untilReady(recipe.name(), process::isAlive, recipe.log(), START_MAX, ready);
    }

    /// Stops all processes, those first that need the others.
    public void down() throws IOException {
        for (String name : names().reversed()) {
            stop(name);
        }
        for (String left : List.copyOf(state.processes().keySet())) {
            stop(left);
        }
    }

    private void stop(String name) throws IOException {
        Started process = state.process(name).orElse(null);
        if (process == null) {
            return;
        }
        if (process.isAlive()) {
            progress.accept("stopping " + name);
            process.stop(name.equals(POSTGRES) ? Started.Signal.INT : Started.Signal.TERM, STOP_MAX);
        }
        change(state.without(name));
    }

    private void change(ClusterState next) throws IOException {
        state = next;
        file.write(next);
    }

    private FlinkProcesses flinkProcesses() {
        return new FlinkProcesses(layout, state.sizes(), ports(), classPaths.flink());
    }

    private Recipe recipe(String name, List<String> command, int port) {
        return new Recipe(name, command, layout.log(name), layout.log(name), port);
    }
}
