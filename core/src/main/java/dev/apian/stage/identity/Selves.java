// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.sketch.Hash;
import dev.apian.sketch.LongTable;
import dev.apian.sketch.SeenSet;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Field;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Learns which field of which answer names the caller: the one whose value is always the same for one credential and
/// differs between credentials.
///
/// A field counts if it agrees with callers who are known otherwise; where nobody is, if it has the name of a user's
/// id and keeps to the rule by itself.
final class Selves implements State {

    /// Fields that are followed; more are not learned.
    static final int FIELDS_MAX = 4_096;

    /// Fields of one answer that are looked at.
    private static final int FIELDS_PER_CALL_MAX = 12;

    private static final int CREDENTIALS_MAX = 1 << 14;
    private static final int USERS_MAX = 64;
    private static final int AGREED_USERS_MIN = 5;
    private static final int REPEATED_MIN = 20;
    private static final int DISTINCT_MIN = 10;

    /// One answer in so many may contradict.
    private static final int CONTRADICTED_ONE_IN = 50;

    private final Map<Long, Slot> slots = new HashMap<>();

    /// By field and credential: what it said last.
    private final LongTable last = new LongTable(CREDENTIALS_MAX);

    /// The caller's user id as a learned field of the answer tells it.
    @Nullable
    String userIdIn(Call call, Endpoint endpoint) {
        if (slots.isEmpty() || !isLookedAt(call)) {
            return null;
        }
        for (Field field : call.fields()) {
            if (field.place() == Field.Place.RESPONSE_BODY) {
                Slot slot = slots.get(keyOf(endpoint, field));
                if (slot != null && slot.namesCaller() && isOnly(call, field)) {
                    return field.value();
                }
            }
        }
        return null;
    }

    /// Looks at an answer to a credential.
    ///
    /// @param userId of the caller as is known otherwise, null if nobody vouched for it
    void learn(Call call, Endpoint endpoint, long credential, @Nullable String userId) {
        if (!isLookedAt(call)) {
            return;
        }
        int looked = 0;
        for (Field field : call.fields()) {
            if (field.place() == Field.Place.RESPONSE_BODY && isOnly(call, field)) {
                if (++looked > FIELDS_PER_CALL_MAX) {
                    return;
                }
                long key = keyOf(endpoint, field);
                Slot slot = slotOf(key, field);
                if (slot != null) {
                    take(slot, key, field, credential, userId);
                }
            }
        }
    }

    private void take(Slot slot, long key, Field field, long credential, @Nullable String userId) {
        if (userId != null) {
            if (field.value().equals(userId)) {
                slot.agree(Hash.of(userId));
            } else {
                slot.disagreed++;
            }
            return;
        }
        long place = Hash.of(key, credential);
        long value = Hash.of(field.value()) | 1;
        long before = last.get(place);
        if (before == 0) {
            last.put(place, value);
            slot.meet(value);
        } else if (before == value) {
            slot.repeated++;
        } else {
            slot.changed++;
            last.put(place, value);
        }
    }

    private @Nullable Slot slotOf(long key, Field field) {
        Slot slot = slots.get(key);
        if (slot == null && slots.size() < FIELDS_MAX) {
            slot = new Slot(isUserName(field));
            slots.put(key, slot);
        }
        return slot;
    }

    /// Only a plain question about nothing in particular is answered with the caller.
    private static boolean isLookedAt(Call call) {
        return call.method().equals("GET")
                && call.succeeded()
                && call.responseSeen()
                && !call.fields().isEmpty();
    }

    /// A list tells many; what tells the caller stands alone. Of a list, the second item ends the search.
    private static boolean isOnly(Call call, Field field) {
        int alike = 0;
        for (Field other : call.fields()) {
            boolean same = other.place() == field.place()
                    && other.name().equals(field.name())
                    && other.owner().equals(field.owner());
            alike += same ? 1 : 0;
            if (alike > 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUserName(Field field) {
        String name = (field.owner() + " " + field.name()).toLowerCase(Locale.ROOT);
        return name.contains("user") || name.contains("account") || name.contains("member") || name.contains("viewer");
    }

    private static long keyOf(Endpoint endpoint, Field field) {
        return Hash.of(endpoint.id(), Hash.of(field.owner(), field.name()));
    }

    @Override
    public void save(DataOutput out) throws IOException {
        last.save(out);
        out.writeInt(slots.size());
        for (Map.Entry<Long, Slot> entry : slots.entrySet()) {
            out.writeLong(entry.getKey());
            entry.getValue().save(out);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        last.load(in);
        slots.clear();
        for (int left = in.readInt(); left > 0; left--) {
            long key = in.readLong();
            Slot slot = new Slot(false);
            slot.load(in);
            slots.put(key, slot);
        }
    }

    /// What one field said so far.
    private static final class Slot implements State {
        private final SeenSet users = new SeenSet(USERS_MAX);
        private boolean userName;
        private int agreedUsers;
        private long agreed;
        private long disagreed;
        private long repeated;
        private long changed;

        /// Values as bits that their hashes set.
        private long values;

        private Slot(boolean userName) {
            this.userName = userName;
        }

        private void agree(long user) {
            agreed++;
            if (agreedUsers < AGREED_USERS_MIN && users.codeOf(user) < 0) {
                users.add(user, 0);
                agreedUsers++;
            }
        }

        private void meet(long value) {
            values |= 1L << (Hash.mix(value) & 63);
        }

        private boolean namesCaller() {
            if (agreed + disagreed > 0) {
                return agreedUsers >= AGREED_USERS_MIN && disagreed * CONTRADICTED_ONE_IN <= agreed;
            }
            return userName
                    && repeated >= REPEATED_MIN
                    && Long.bitCount(values) >= DISTINCT_MIN
                    && changed * CONTRADICTED_ONE_IN <= repeated;
        }

        @Override
        public void save(DataOutput out) throws IOException {
            users.save(out);
            out.writeBoolean(userName);
            out.writeInt(agreedUsers);
            for (long count : new long[] {agreed, disagreed, repeated, changed, values}) {
                out.writeLong(count);
            }
        }

        @Override
        public void load(DataInput in) throws IOException {
            users.load(in);
            userName = in.readBoolean();
            agreedUsers = in.readInt();
            agreed = in.readLong();
            disagreed = in.readLong();
            repeated = in.readLong();
            changed = in.readLong();
            values = in.readLong();
        }
    }
}
