// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.engine.source.Portion;
import dev.apian.stage.call.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Calls on their way to the engine.
///
/// @param followed where they are from, null for those that are in the journal
record Incoming(List<Call> calls, @Nullable Portion followed) {}
