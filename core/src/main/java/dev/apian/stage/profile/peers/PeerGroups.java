// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The readable groups of one [PeerModel], to explain by: an immutable snapshot of who is alike and what they use.
final class PeerGroups {

    static final PeerGroups NONE = new PeerGroups(Like.NEVER, List.of());

    private final int since;
    private final List<One> all;

    /// @param since the day on which Apian began to look
    PeerGroups(int since, List<One> all) {
        this.since = since;
        this.all = List.copyOf(all);
    }

    /// One group.
    static final class One {

        private final long id;
        private final Like of;
        private final float[] toward;
        private final int[] users;
        private final int[] last;

        /// @param id     stays the same from refit to refit, as long as most members do
        /// @param of     name, distinctive endpoints and members; nothing of one endpoint
        /// @param toward of each role, how much it speaks for the group
        /// @param users  by the endpoint's place, members who used it
        /// @param last   by the endpoint's place, the day of the last use by a member, or [Like#NEVER]
        One(long id, Like of, float[] toward, int[] users, int[] last) {
            this.id = id;
            this.of = of;
            this.toward = toward;
            this.users = users;
            this.last = last;
        }

        Like of() {
            return of;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof One one
                    && id == one.id
                    && of.equals(one.of)
                    && Arrays.equals(toward, one.toward)
                    && Arrays.equals(users, one.users)
                    && Arrays.equals(last, one.last);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(id);
        }
    }

    List<One> all() {
        return all;
    }

    /// Those like an actor, and one endpoint.
    ///
    /// @param roles of the actor, as folded in
    /// @param place of the endpoint
    Like like(float[] roles, int place) {
        if (all.isEmpty()) {
            return Like.NOBODY;
        }
        One group = all.get(
                Grouping.nearest(roles, all.stream().map(one -> one.toward).toList()));
        Like of = group.of;
        return new Like(of.group(), of.uses(), of.members(), group.users[place], group.last[place], since);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PeerGroups groups && since == groups.since && all.equals(groups.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(since);
        out.writeInt(all.size());
        for (One group : all) {
            out.writeLong(group.id);
            group.of.save(out);
            for (float much : group.toward) {
                out.writeFloat(much);
            }
            out.writeInt(group.users.length);
            for (int place = 0; place < group.users.length; place++) {
                out.writeInt(group.users[place]);
                out.writeInt(group.last[place]);
            }
        }
    }

    static PeerGroups read(DataInput in) throws IOException {
        int since = in.readInt();
        List<One> all = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            long id = in.readLong();
            Like of = Like.read(in);
            float[] toward = new float[Factors.RANK];
            for (int k = 0; k < toward.length; k++) {
                toward[k] = in.readFloat();
            }
            int[] users = new int[in.readInt()];
            int[] last = new int[users.length];
            for (int place = 0; place < users.length; place++) {
                users[place] = in.readInt();
                last[place] = in.readInt();
            }
            all.add(new One(id, of, toward, users, last));
        }
        return new PeerGroups(since, all);
    }
}
