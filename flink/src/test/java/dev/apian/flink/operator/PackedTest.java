// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// What savepoints rest on: the bytes of a release are told from those of another.
class PackedTest {

    @Test
    void stateComesBackAsItWas() throws IOException {
        byte[] packed = Packed.pack(out -> out.writeUTF("something"));

        assertThat(Packed.<String>unpack(packed, in -> in.readUTF())).isEqualTo("something");
    }

    @Test
    void stateOfAnotherVersionIsRefusedWithWhatToDo() throws IOException {
        byte[] packed = Packed.pack(out -> out.writeUTF("something"));
        packed[0] = Packed.VERSION + 1;

        assertThatThrownBy(() -> Packed.<String>unpack(packed, in -> in.readUTF()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version " + (Packed.VERSION + 1))
                .hasMessageContaining("start without state");
    }

    @Test
    void damagedStateIsNotTakenForWhole() throws IOException {
        byte[] packed = Packed.pack(out -> out.writeUTF("something"));

        assertThatThrownBy(() -> Packed.<String>unpack(Arrays.copyOf(packed, packed.length + 1), in -> in.readUTF()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("left over");
        assertThatThrownBy(() -> Packed.<String>unpack(Arrays.copyOf(packed, 4), in -> in.readUTF()))
                .isInstanceOf(IOException.class);
    }
}
