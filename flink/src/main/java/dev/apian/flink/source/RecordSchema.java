// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.source;

import dev.apian.flink.wire.Wire;
import dev.apian.flink.wire.WireType;
import dev.apian.stage.call.CallReader;
import dev.apian.stage.call.Outcome;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// Reads the records of the topic of calls: one call each, or one a line. Whatever is no call becomes a dead
/// letter; nothing makes it fail.
public final class RecordSchema implements KafkaRecordDeserializationSchema<Arrival> {

    /// A record with this header says that no call comes after it in its partition, for ever.
    public static final String END = "apian.end";

    private static final String ENCODING = "content-encoding";

    private final RecordReader records;
    private transient @Nullable CallReader reader;

    public RecordSchema(RecordReader records) {
        this.records = records;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        reader = records.open();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> entry, Collector<Arrival> out) {
        if (entry.headers().lastHeader(END) != null) {
            out.collect(new Arrival.Ended(partition(entry)));
            return;
        }
        byte @Nullable [] value = entry.value();
        if (value == null || value.length == 0) {
            refuse(entry, "empty record", new byte[0], 0, 0, out);
            return;
        }
        switch (Unpacked.of(value, encoding(entry))) {
            case Unpacked.Bytes(byte[] bytes) -> lines(entry, bytes, out);
            case Unpacked.Failed(String reason) -> refuse(entry, reason, value, 0, value.length, out);
        }
    }

    @Override
    public TypeInformation<Arrival> getProducedType() {
        return new WireType<>(Wire.ARRIVAL);
    }

    private static String partition(ConsumerRecord<byte[], byte[]> entry) {
        return entry.topic() + "-" + entry.partition();
    }

    private static String encoding(ConsumerRecord<byte[], byte[]> entry) {
        Header header = entry.headers().lastHeader(ENCODING);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private void lines(ConsumerRecord<byte[], byte[]> entry, byte[] bytes, Collector<Arrival> out) {
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                int end = i > start && bytes[i - 1] == '\r' ? i - 1 : i;
                if (end > start) {
                    line(entry, bytes, start, end, out);
                }
                start = i + 1;
            }
        }
    }

    private void line(ConsumerRecord<byte[], byte[]> entry, byte[] bytes, int from, int to, Collector<Arrival> out) {
        CallReader current = reader;
        if (current == null) {
            current = records.open();
            reader = current;
        }
        switch (current.read(bytes, from, to)) {
            case Outcome.Accepted(var call) -> out.collect(new Arrival.Read(partition(entry), call));
            case Outcome.Rejected rejected ->
                refuse(entry, rejected.reason().label() + " (" + rejected.found() + ")", bytes, from, to, out);
        }
    }

    private static void refuse(
            ConsumerRecord<byte[], byte[]> entry,
            String reason,
            byte[] bytes,
            int from,
            int to,
            Collector<Arrival> out) {
        out.collect(new Arrival.Refused(
                DeadLetter.of(entry.topic(), entry.partition(), entry.offset(), reason, bytes, from, to)));
    }
}
