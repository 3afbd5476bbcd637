// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import dev.apian.stage.call.Facet.Kind;
import java.util.regex.Pattern;

/// Who sent a CloudTrail event and whom it gives a key, as facets.
///
/// A session of a role presents its temporary key and a subject of that key alone, `PRINT#arn:...assumed-role/...`.
/// The event that made the session grants both, so all that is done with the key is the caller's, through any number
/// of roles. Where that event is not in the data, the subject itself names the principal.
final class CloudTrailIdentity {

    private static final String AWS = "aws";
    private static final String PERMISSION_SET = "AWSReservedSSO_";
    private static final Pattern INSTANCE = Pattern.compile("i-[0-9a-zA-Z]{8,17}");
    /// What AWS writes where somebody may have typed a password for a name.
    private static final String HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS";

    private final Fingerprints fingerprints;
    private final Limits limits;
    private final Tokens tokens;

    CloudTrailIdentity(ReaderSettings settings) {
        this.fingerprints = settings.fingerprints();
        this.limits = settings.limits();
        this.tokens = new Tokens(fingerprints, limits.roles());
    }

    /// Temporary keys begin with ASIA, lasting ones with AKIA ("IAM identifiers", AWS documentation).
    static boolean isTemporary(String accessKeyId) {
        return Secrets.isTemporaryKey(Text.of(accessKeyId));
    }

    Harvest of(CloudTrailEvent event, Call call) {
        Harvest harvest = new Harvest(fingerprints, tokens, limits);
        harvest.secret(Kind.API_KEY, Text.of(event.get("userIdentity.accessKeyId")), 0, false);
        present(event, harvest);
        if (call.succeeded()) {
            grant(event, call.micros(), harvest);
        }
        return harvest;
    }

    /// The role whose permissions the call had, empty if none.
    String role(CloudTrailEvent event) {
        boolean inRole = event.get("userIdentity.type").equals("AssumedRole");
        return inRole ? clear(event.get("userIdentity.sessionContext.sessionIssuer.arn")) : "";
    }

    private void present(CloudTrailEvent event, Harvest harvest) {
        String arn = event.get("userIdentity.arn");
        String principal = event.get("userIdentity.principalId");
        String user = event.get("userIdentity.userName");
        String invokedBy = event.get("userIdentity.invokedBy");
        switch (event.get("userIdentity.type")) {
            case "AWSService" -> application(invokedBy, harvest);
            case "AssumedRole" -> session(event, harvest);
            case "FederatedUser" -> {
                String issuer = event.get("userIdentity.sessionContext.sessionIssuer.arn");
                subject(AWS, issuer.isEmpty() ? arn : issuer, harvest);
            }
            case "SAMLUser", "WebIdentityUser" ->
                subject(event.get("userIdentity.identityProvider"), user.isEmpty() ? principal : user, harvest);
            case "IdentityCenterUser" ->
                subject(
                        event.get("userIdentity.onBehalfOf.identityStoreArn"),
                        event.get("userIdentity.onBehalfOf.userId"),
                        harvest);
            case "" -> application(invokedBy, harvest);
            default -> {
                String account = event.get("userIdentity.accountId");
                boolean isAccount = !account.isEmpty() && account.chars().allMatch(Text::isDigit);
                String id = principal.isEmpty() && isAccount ? account : principal;
                subject(AWS, arn.isEmpty() ? id : arn, harvest);
            }
        }
        if (event.get("eventName").equals("ConsoleLogin") && !user.isEmpty() && !user.equals(HIDDEN)) {
            harvest.presentName(Kind.USERNAME, Text.of(user));
        }
    }

    private void session(CloudTrailEvent event, Harvest harvest) {
        String session = afterColon(event.get("userIdentity.principalId"));
        String key = event.get("userIdentity.accessKeyId");
        boolean isInstance =
                !event.get("userIdentity.sessionContext.ec2RoleDelivery").isEmpty()
                        && INSTANCE.matcher(session).matches();
        if (isInstance) {
            subject(issuer(key), session, harvest);
            application(session, harvest);
            return;
        }
        String role = event.get("userIdentity.sessionContext.sessionIssuer.userName");
        String arn = event.get("userIdentity.arn");
        String issued = event.get("userIdentity.sessionContext.sessionIssuer.arn") + "/" + session;
        subject(issuer(key), principal(role, session, arn.isEmpty() ? issued : arn), harvest);
    }

    /// A session that a service made for itself is no hand-out: the service is not who acts in it.
    private void grant(CloudTrailEvent event, long micros, Harvest harvest) {
        String created = event.get("responseElements.accessKey.accessKeyId");
        harvest.secret(Kind.API_KEY, Text.of(created), 0, true);
        String key = event.get("responseElements.credentials.accessKeyId");
        if (key.isEmpty() || event.get("userIdentity.type").equals("AWSService")) {
            return;
        }
        long seconds = Numbers.whole(Text.of(event.get("requestParameters.durationSeconds")));
        harvest.secret(Kind.API_KEY, Text.of(key), seconds > 0 ? Expiry.after(micros, seconds) : 0, true);
        String arn = event.get("responseElements.assumedRoleUser.arn");
        if (!arn.isEmpty()) {
            String session = afterColon(event.get("responseElements.assumedRoleUser.assumedRoleId"));
            harvest.grant(new Facet(Kind.SUBJECT, value(issuer(key), principal(roleOf(arn), session, arn))));
        }
    }

    /// IAM Identity Center names the sessions of its roles after the person, and nobody else can.
    private static String principal(String role, String session, String arn) {
        return role.startsWith(PERMISSION_SET) && !session.isEmpty() ? session : arn;
    }

    private String issuer(String key) {
        return key.isEmpty() ? AWS : Fingerprints.hex(fingerprints.of(Text.of(key)));
    }

    private void subject(String issuer, String subject, Harvest harvest) {
        if (!subject.isEmpty()) {
            harvest.present(new Facet(Kind.SUBJECT, value(issuer, subject)));
        }
    }

    private String value(String issuer, String subject) {
        return clear(issuer) + "#" + clear(subject).replace('#', '_');
    }

    private void application(String name, Harvest harvest) {
        if (!name.isEmpty()) {
            harvest.presentName(Kind.CLIENT_ID, Text.of(name));
        }
    }

    /// A name as it may be kept: cut, and not at all if it is a secret by its looks.
    private String clear(String name) {
        Text text = Text.of(name).head(Harvest.NAME_BYTES_MAX);
        boolean secret = Secrets.isJwt(text) || Secrets.isVendorKey(text);
        return secret ? Fingerprints.hex(fingerprints.of(text)) : text.string();
    }

    private static String afterColon(String principalId) {
        return principalId.substring(principalId.indexOf(':') + 1);
    }

    /// `arn:aws:sts::111122223333:assumed-role/NAME/SESSION`
    private static String roleOf(String arn) {
        String[] parts = arn.split("/", -1);
        return parts.length < 2 ? "" : parts[1];
    }
}
