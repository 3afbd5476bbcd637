// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.engine.source.Portion;
import dev.apian.stage.call.Call;
import java.util.List;

/// A portion of a followed file on its way to the engine.
record FilePortion(Portion portion) implements Replayables.Portion {

    @Override
    public String source() {
        return portion.file();
    }

    @Override
    public List<Call> calls() {
        return portion.calls();
    }

    @Override
    public void take() {
        portion.take();
    }

    @Override
    public void finish() {
        portion.finish();
    }
}
