// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink;

import dev.apian.Pipeline;
import dev.apian.stage.call.Call;
import dev.apian.testkit.RunnerContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Flink runner on an in-process cluster, fed by a real Kafka, held to the contract of runners.
class FlinkContractIT extends RunnerContract {

    @TempDir
    static Path folder;

    private static TestCluster cluster;

    @BeforeAll
    static void startCluster() throws Exception {
        cluster = TestCluster.start(folder);
    }

    @AfterAll
    static void stopCluster() throws Exception {
        cluster.close();
    }

    @Override
    protected Running start(Pipeline pipeline, int threads) throws IOException {
        TestJob job = cluster.run(threads, LATENESS);
        return new OnFlink(job);
    }

    @Test
    void raisesTheSameAlertsAfterASavepointAndWithAnotherParallelism() throws IOException {
        TestJob job = cluster.run(1, LATENESS);
        try (Running running = new OnFlink(job)) {
            int third = calls().size() / 3;
            for (int i = 0; i < calls().size(); i++) {
                if (i == third) {
                    job.rescale(4);
                } else if (i == 2 * third) {
                    job.rescale(2);
                }
                running.offer(calls().get(i));
            }
            running.finish();
            assertAllIsThereOnce(running);
        }
    }

    private record OnFlink(TestJob job) implements Running {

        @Override
        public void offer(Call call) {
            job.send(call);
        }

        /// The topic still has every call offered, so the runner knows them all.
        @Override
        public int crash() throws IOException {
            cluster.killTaskManager();
            return job.sent();
        }

        @Override
        public void finish() throws IOException {
            job.finish();
        }

        @Override
        public List<Told> alerts() throws IOException {
            return job.alerts();
        }

        @Override
        public long late() throws IOException {
            return job.late();
        }

        @Override
        public List<String> stored() throws IOException {
            return job.stored();
        }

        @Override
        public void close() throws IOException {
            job.close();
        }
    }
}
