// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Those who do as an actor does, and what they have to do with one endpoint: what an explanation says of its peers.
///
/// All counts are of the last refit of the [PeerModel]: what happened since is not in them.
///
/// @param group      what most of them have in common: their permissions, else their application
/// @param uses       endpoints that they use far more often than others do, the most telling first
/// @param members    how many they are
/// @param users      how many of them used the endpoint within [PeersLearner#MEMORY_DAYS]
/// @param last       the day on which a settled member last did, as far as Apian remembers; [#NEVER] if none did
/// @param since      the day on which Apian began to look
public record Like(String group, List<String> uses, int members, int users, int last, int since) {

    /// No day.
    public static final int NEVER = Integer.MIN_VALUE;

    /// Nobody is known who is like the actor.
    public static final Like NOBODY = new Like("", List.of(), 0, 0, NEVER, NEVER);

    public Like {
        uses = List.copyOf(uses);
    }

    public boolean isKnown() {
        return members > 0;
    }

    public void save(DataOutput out) throws IOException {
        out.writeUTF(group);
        out.writeInt(uses.size());
        for (String endpoint : uses) {
            out.writeUTF(endpoint);
        }
        out.writeInt(members);
        out.writeInt(users);
        out.writeInt(last);
        out.writeInt(since);
    }

    public static Like read(DataInput in) throws IOException {
        String group = in.readUTF();
        List<String> uses = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            uses.add(in.readUTF());
        }
        return new Like(group, uses, in.readInt(), in.readInt(), in.readInt(), in.readInt());
    }
}
