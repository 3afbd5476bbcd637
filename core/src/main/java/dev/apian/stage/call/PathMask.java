// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.Set;

/// Takes secrets out of a path: tokens by their shape, random words after `reset-password/` and its like, and
/// the session ids that Java servers append. A mark with the fingerprint stays, so that two links remain two.
final class PathMask {

    static final char MARK = '~';

    private static final Set<String> BEFORE_SECRETS = Set.of(
            "resetpassword",
            "passwordreset",
            "reset",
            "setpassword",
            "newpassword",
            "forgotpassword",
            "password",
            "recover",
            "recovery",
            "token",
            "tokens",
            "activate",
            "activation",
            "verify",
            "verification",
            "verifyemail",
            "confirm",
            "confirmation",
            "confirmemail",
            "magic",
            "magiclink",
            "invite",
            "invites",
            "invitation",
            "invitations",
            "otp",
            "unsubscribe",
            "autologin",
            "accesstoken",
            "apikey",
            "secret",
            "unlock");
    private static final int SECRET_BYTES_MIN = 16;
    private static final int WORD_BYTES_MAX = 32;
    private static final String SESSION_PARAMETER = ";jsessionid=";

    private static final Remembered<Boolean> LEADS_TO_SECRET = new Remembered<>(1_024, PathMask::leadsToSecret);

    private final Fingerprints fingerprints;

    PathMask(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    /// The path with its secrets masked. Sessions in it are presented.
    String of(Text path, Harvest harvest) {
        StringBuilder out = null;
        int kept = 0;
        int start = 0;
        int wordFrom = 0;
        int wordTo = 0;
        while (start < path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            if (end - start >= SECRET_BYTES_MIN) {
                Text word = path.sub(wordFrom, wordTo);
                int from = start + secretFrom(path.sub(start, end), word, harvest);
                if (from < end) {
                    out = out == null ? new StringBuilder(path.length() + 24) : out;
                    out.append(path.sub(kept, from).string()).append(MARK);
                    out.append(Fingerprints.hex(fingerprints.of(path.sub(from, end))));
                    kept = end;
                }
            }
            wordFrom = start;
            wordTo = end;
            start = end + 1;
        }
        return out == null ? path.string() : out.append(path.sub(kept).string()).toString();
    }

    /// Where in a segment the secret begins; its end if there is none.
    private static int secretFrom(Text segment, Text before, Harvest harvest) {
        byte first = segment.at(0);
        if (first == 'e' && Secrets.isJwt(segment)) {
            return 0;
        }
        if (Secrets.isVendorKey(segment)) {
            return 0;
        }
        if (Secrets.isRandom(segment) && LEADS_TO_SECRET.of(before.head(WORD_BYTES_MAX))) {
            return 0;
        }
        int session = segment.indexOf(';') < 0 ? -1 : segment.find(SESSION_PARAMETER, 0);
        if (session >= 0) {
            int from = session + SESSION_PARAMETER.length();
            harvest.secret(Facet.Kind.SESSION, segment.sub(from), 0, false);
            return from;
        }
        int jwt = segment.find("eyj", 0);
        return jwt > 0 && Secrets.isJwt(segment.sub(jwt)) ? jwt : segment.length();
    }

    private static boolean leadsToSecret(Text segment) {
        String word = String.join("", Words.of(segment.string()));
        return BEFORE_SECRETS.contains(word);
    }
}
