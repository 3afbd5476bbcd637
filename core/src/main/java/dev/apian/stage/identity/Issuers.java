// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.stage.call.Facet;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/// Which issuers of tokens mean, by a subject, the user that gateways and answers name by the same id.
///
/// The first issuer seen is the house's own. Another one gives out subjects of its own (cannot-link), until calls show
/// that its subjects and the user ids beside them agree.
final class Issuers implements State {

    /// Issuers beyond this have subjects of their own.
    static final int ISSUERS_MAX = 256;

    private static final int AGREED_MIN = 3;

    private final Map<String, Agreement> issuers = new TreeMap<>();
    private String first = "";
    private boolean known;

    /// Whether a subject is a user id.
    boolean isHouse(Facet subject) {
        String issuer = issuerOf(subject);
        if (!known || issuer.equals(first) || isUniqueByItself(subject)) {
            return true;
        }
        Agreement agreement = issuers.get(issuer);
        return agreement != null && agreement.holds();
    }

    /// An Amazon resource name is one principal's whoever says it.
    private static boolean isUniqueByItself(Facet subject) {
        return subject.display().startsWith("arn:");
    }

    /// A token of this subject was presented.
    void see(Facet subject) {
        if (!known) {
            known = true;
            first = issuerOf(subject);
        }
    }

    /// A call tells both.
    void compare(Facet subject, String userId) {
        String issuer = issuerOf(subject);
        if (issuer.equals(first)) {
            return;
        }
        Agreement before = issuers.get(issuer);
        if (before == null && issuers.size() == ISSUERS_MAX) {
            return;
        }
        boolean agrees = subject.display().equals(userId);
        Agreement now = before == null ? new Agreement(0, 0) : before;
        issuers.put(issuer, agrees ? new Agreement(now.yes + 1, now.no) : new Agreement(now.yes, now.no + 1));
    }

    static String issuerOf(Facet subject) {
        return subject.value().substring(0, Math.max(0, subject.value().lastIndexOf('#')));
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeBoolean(known);
        out.writeUTF(first);
        out.writeInt(issuers.size());
        for (Map.Entry<String, Agreement> entry : issuers.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeLong(entry.getValue().yes);
            out.writeLong(entry.getValue().no);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        known = in.readBoolean();
        first = in.readUTF();
        issuers.clear();
        for (int left = in.readInt(); left > 0; left--) {
            issuers.put(in.readUTF(), new Agreement(in.readLong(), in.readLong()));
        }
    }

    private record Agreement(long yes, long no) {

        private boolean holds() {
            return yes >= AGREED_MIN && 10 * no <= yes;
        }
    }
}
