// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.CallReader;
import dev.apian.stage.call.NativeReader;
import dev.apian.stage.call.Outcome;
import dev.apian.stage.call.ReaderSettings;
import dev.apian.stream.Tick;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The traffic of one vendor, read as Apian reads it, for any discovery to work on.
final class Trial {

    private static final CallReader READER =
            new NativeReader(ReaderSettings.of("sixteen bytes ok".getBytes(StandardCharsets.UTF_8), Long.MAX_VALUE));

    private final Vendor vendor;
    private final List<Call> calls = new ArrayList<>();
    private final List<Integer> truth = new ArrayList<>();

    Trial(Vendor vendor, Setting setting) {
        this.vendor = vendor;
        Traffic traffic = new Traffic(vendor, setting);
        while (traffic.hasNext()) {
            Sample sample = traffic.next();
            calls.add(read(sample.line()));
            truth.add(sample.group());
        }
    }

    static Call read(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return switch (READER.read(bytes, 0, bytes.length)) {
            case Outcome.Accepted accepted -> accepted.call();
            case Outcome.Rejected rejected ->
                throw new IllegalStateException(rejected.reason().label() + ": " + line);
        };
    }

    int calls() {
        return calls.size();
    }

    List<Call> recorded() {
        return calls;
    }

    /// What became of it.
    record Verdict(Score score, List<String> mistakes, List<String> inVain) {

        Verdict {
            mistakes = List.copyOf(mistakes);
            inVain = List.copyOf(inVain);
        }
    }

    Verdict run(Discovery discovery) {
        Finality finality = new Finality();
        long tick = Tick.of(calls.getFirst().micros());
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            if (Tick.of(call.micros()) > tick) {
                tick = Tick.of(call.micros());
                discovery.publish(tick);
                finality.note(discovery);
            }
            discovery.learn(call);
            finality.see(truth.get(i), call);
        }
        discovery.publish(tick + 1);
        finality.note(discovery);
        Confusion confusion = confusion(discovery);
        return new Verdict(
                confusion.score().withFinality(finality.share(discovery)),
                confusion.mistakes(vendor.groups()),
                confusion.inVain());
    }

    private Confusion confusion(Discovery discovery) {
        Confusion confusion = new Confusion();
        for (int i = 0; i < calls.size(); i++) {
            if (truth.get(i) != Sample.NOISE && calls.get(i).succeeded()) {
                confusion.exists(truth.get(i));
            }
        }
        for (int i = 0; i < calls.size(); i++) {
            confusion.count(
                    truth.get(i),
                    discovery.groupOf(calls.get(i)),
                    calls.get(i).succeeded());
        }
        return confusion;
    }
}
