// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.flink;

import dev.apian.cluster.machine.ClassPaths;
import dev.apian.cluster.machine.Layout;
import dev.apian.cluster.machine.Ports;
import dev.apian.cluster.machine.Recipe;
import dev.apian.cluster.machine.Sizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The JobManager and the TaskManagers, as processes to start.
///
/// @param layout where they keep things
/// @param sizes how large they are
/// @param ports where the JobManager listens
/// @param classPath of Flink and the job
public record FlinkProcesses(Layout layout, Sizes sizes, Ports ports, String classPath) {

    public static final String JOB_MANAGER = "jobmanager";
    private static final String TASK_MANAGER = "taskmanager-";

    /// What Flink's own distribution opens for Java 17 and newer.
    private static final List<String> OPEN = List.of(
            "--add-exports=java.security.jgss/sun.security.krb5=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.text=ALL-UNNAMED",
            "--add-opens=java.base/java.time=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent.locks=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+ExitOnOutOfMemoryError");

    public static String taskManager(int number) {
        return TASK_MANAGER + number;
    }

    /// Writes the settings that all of them read.
    public void prepare() throws IOException {
        for (Path folder : List.of(layout.flinkConf(), layout.checkpoints(), layout.savepoints(), temporary())) {
            Files.createDirectories(folder);
        }
        Files.writeString(
                layout.flinkConf().resolve("config.yaml"), FlinkSettings.yaml(layout, sizes, ports, temporary()));
        Files.writeString(layout.flinkConf().resolve("log4j.properties"), FlinkSettings.LOGGING);
    }

    public Recipe jobManager() {
        List<String> command = java(JOB_MANAGER);
        command.add("-Xmx" + sizes.jobManagerMb() + "m");
        command.add("-XX:MaxMetaspaceSize=256m");
        command.addAll(main("org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint"));
        return recipe(JOB_MANAGER, command, ports.rest());
    }

    /// @param number from 1
    /// @param port where it listens
    /// @param identity what the JobManager calls this process; another one in its place is another
    public Recipe taskManager(int number, int port, String identity) {
        String name = taskManager(number);
        TaskManagerMemory memory = TaskManagerMemory.of(sizes.taskManagerMb());
        List<String> command = java(name);
        command.addAll(memory.jvmFlags());
        command.addAll(main("org.apache.flink.runtime.taskexecutor.TaskManagerRunner"));
        memory.settings(sizes.slots()).forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-Dtaskmanager.rpc.port=" + port);
        command.add("-Dtaskmanager.resource-id=" + identity);
        return recipe(name, command, port);
    }

    /// The flags of a JVM that submits a job.
    public static List<String> clientFlags() {
        return OPEN;
    }

    private List<String> java(String name) {
        List<String> command = new ArrayList<>();
        command.add(ClassPaths.java());
        command.addAll(OPEN);
        command.add("-Dlog.file=" + layout.log(name));
        command.add("-Dlog4j.configurationFile=" + layout.flinkConf().resolve("log4j.properties"));
        return command;
    }

    private List<String> main(String type) {
        return List.of("-cp", classPath, type, "--configDir", layout.flinkConf().toString());
    }

    private Recipe recipe(String name, List<String> command, int port) {
        return new Recipe(name, command, layout.output(name), layout.log(name), port);
    }

    private Path temporary() {
        return layout.flink().resolve("tmp");
    }
}
