// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.Set;

/// Takes secrets out of a path: tokens by their shape, random words after `reset-password/` and its like, and the
/// session ids that Java servers append. A mark with the fingerprint stays, so that two links remain two.
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
    private static final String SESSION_PARAMETER = ";jsessionid=";
    private static final String VENDOR_STARTS = "sprgxAdyS";

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
        boolean afterWord = false;
        while (start < path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            int length = end - start;
            if (length >= 16) {
                Text segment = path.sub(start, end);
                int from = start + secretFrom(segment, afterWord, harvest);
                if (from < end) {
                    out = out == null ? new StringBuilder(path.length() + 24) : out;
                    Text secret = path.sub(from, end);
                    out.append(path.sub(kept, from).string()).append(MARK);
                    out.append(Fingerprints.hex(fingerprints.of(secret)));
                    kept = end;
                }
            }
            // A key word counts for the next segment only.
            afterWord =
                    length >= 3 && length <= 24 && LEADS_TO_SECRET.of(path.bytes, path.from + start, path.from + end);
            start = end + 1;
        }
        return out == null ? path.string() : out.append(path.sub(kept).string()).toString();
    }

    /// Where in a segment the secret begins; its end if there is none.
    private static int secretFrom(Text segment, boolean afterWord, Harvest harvest) {
        byte first = segment.at(0);
        if (first == 'e' && Secrets.isJwt(segment)) {
            return 0;
        }
        if (VENDOR_STARTS.indexOf(first) >= 0 && Secrets.isVendorKey(segment)) {
            return 0;
        }
        if (afterWord && Secrets.isRandom(segment)) {
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
