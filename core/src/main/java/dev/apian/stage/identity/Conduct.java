// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.sketch.Hash;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Facet;
import dev.apian.stream.State;
import dev.apian.stream.Tick;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// How a credential that lasts is used, in 72 bytes: by how many named users, on how many devices and networks, at
/// which hours. Distinct things are bits that their hashes set (linear counting; Whang et al. 1990), so uses add up.
final class Conduct implements State {

    private static final int CALLS_MIN = 10;

    /// So many users are no coincidence.
    private static final int USERS_OF_A_GATEWAY = 2;

    /// So many devices in so many networks, or so many computers, as a person has a phone besides.
    private static final int DEVICES_OF_A_TEAM = 3;

    private static final int COMPUTERS_OF_A_TEAM = 2;

    /// Nobody is awake in so many hours of the day.
    private static final int HOURS_OF_A_PROGRAM = 20;

    private long users;
    private long devices;
    private long computers;
    private long networks;
    private int hours;
    private long calls;
    private long byPeople;

    void take(Call call, @Nullable Facet user) {
        calls++;
        if (user != null) {
            users |= bit(user.key());
        }
        long device = bit(Hash.of(call.device()));
        devices |= device;
        computers |= isComputer(call.device()) ? device : 0;
        networks |= bit(call.origin().networkKey());
        hours |= 1 << Math.floorMod(Math.floorDiv(Tick.of(call.micros()), Tick.PER_HOUR), 24);
        if (isOfPeople(call.device())) {
            byPeople++;
        }
    }

    /// A browser names its system; a program is known by its library alone.
    private static boolean isOfPeople(String device) {
        return device.contains(" on ") || device.equals("iOS app");
    }

    private static long bit(long hash) {
        return 1L << (Hash.mix(hash) & 63);
    }

    CredentialClass ofKind(Facet.Kind kind) {
        if (Long.bitCount(users) >= USERS_OF_A_GATEWAY) {
            return isOfAPerson(kind) ? CredentialClass.SHARED : CredentialClass.GATEWAY;
        }
        if (calls < CALLS_MIN) {
            return CredentialClass.UNKNOWN;
        }
        boolean team = isApart(devices, DEVICES_OF_A_TEAM) || isApart(computers, COMPUTERS_OF_A_TEAM);
        if (isOfAPerson(kind)) {
            boolean tireless = Integer.bitCount(hours) >= HOURS_OF_A_PROGRAM && byPeople == 0;
            return tireless ? CredentialClass.SERVICE : CredentialClass.PERSONAL;
        }
        if (2 * byPeople > calls) {
            return team ? CredentialClass.SHARED : CredentialClass.PERSONAL;
        }
        return byPeople > 0 && team ? CredentialClass.SHARED : CredentialClass.SERVICE;
    }

    /// Whether so many things are in as many networks.
    private boolean isApart(long things, int least) {
        return Long.bitCount(things) >= least && Long.bitCount(networks) >= least;
    }

    private static boolean isComputer(String device) {
        return device.endsWith("Windows") || device.endsWith("macOS") || device.endsWith("Linux");
    }

    private static boolean isOfAPerson(Facet.Kind kind) {
        return switch (kind) {
            case USER_ID, SUBJECT, USERNAME, ACCESS_TOKEN, REFRESH_TOKEN, SESSION -> true;
            case CERTIFICATE, API_KEY, CLIENT_ID -> false;
        };
    }

    @Override
    public void save(DataOutput out) throws IOException {
        for (long part : new long[] {users, devices, computers, networks, calls, byPeople}) {
            out.writeLong(part);
        }
        out.writeInt(hours);
    }

    @Override
    public void load(DataInput in) throws IOException {
        users = in.readLong();
        devices = in.readLong();
        computers = in.readLong();
        networks = in.readLong();
        calls = in.readLong();
        byPeople = in.readLong();
        hours = in.readInt();
    }
}
