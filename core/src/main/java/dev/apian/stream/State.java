// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// What a step remembers. The runner owns it, calls it from one thread, and saves it at checkpoints.
public interface State {

    void save(DataOutput out) throws IOException;

    /// Replaces everything by what [#save] wrote.
    void load(DataInput in) throws IOException;
}
