// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// What became of a record: a call, or a reason why not. A reader throws nothing for bad data.
public sealed interface Outcome {

    record Accepted(Call call) implements Outcome {}

    /// @param found what was found, short, with every value masked
    /// @param sample the start of the record with letters and digits masked, so that a secret in it stays one
    record Rejected(Reason reason, String found, String sample) implements Outcome {

        public static final int SAMPLE_CHARS_MAX = 200;
    }

    /// Why a record was no call. The label is what people see and count by.
    enum Reason {
        NOT_TEXT("not text"),
        TOO_LONG("record too long"),
        TOO_DEEP("nested too deeply"),
        MALFORMED("malformed record"),
        NO_TIME("no timestamp"),
        BAD_TIME("unreadable timestamp"),
        IMPLAUSIBLE_TIME("timestamp out of range"),
        NO_METHOD("no request method"),
        NO_PATH("no path"),
        NO_STATUS("no response status");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
