// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.source;

import dev.apian.stage.call.CallReader;
import java.io.Serializable;

/// Makes the reader of records on the machine that reads them.
@FunctionalInterface
public interface RecordReader extends Serializable {

    CallReader open();
}
