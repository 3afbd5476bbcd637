// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.List;

/// The HTTP status that an event's error code stands for, since CloudTrail does not tell the status itself.
final class CloudTrailStatus {

    /// @param parts a code that contains one of these has the status
    private record Rule(int status, List<String> parts) {}

    /// The first rule that fits counts. Codes are those of "Common errors" of the services' references.
    private static final List<Rule> RULES = List.of(
            new Rule(429, List.of("Throttl", "RequestLimitExceeded", "TooManyRequests", "SlowDown", "RateExceeded")),
            new Rule(
                    403,
                    List.of(
                            "AccessDenied",
                            "Unauthorized",
                            "NotAuthorized",
                            "AuthFailure",
                            "Forbidden",
                            "OptInRequired",
                            "ExpiredToken",
                            "InvalidClientTokenId",
                            "InvalidAccessKeyId",
                            "SignatureDoesNotMatch",
                            "UnrecognizedClient")),
            new Rule(404, List.of("NotFound", "NoSuch")),
            new Rule(503, List.of("ServiceUnavailable", "Unavailable")),
            new Rule(500, List.of("Server.", "InternalError", "InternalFailure", "InternalService")));

    private CloudTrailStatus() {}

    /// 200 without an error, 401 for a login to the console that failed, 400 for an error that no rule knows.
    static int of(CloudTrailEvent event) {
        String code = event.get("errorCode");
        boolean isLogin = event.get("eventName").equals("ConsoleLogin");
        if (isLogin) {
            boolean failed = event.get("responseElements.ConsoleLogin").equals("Failure");
            return failed || !code.isEmpty() || !event.get("errorMessage").isEmpty() ? 401 : 200;
        }
        if (code.isEmpty()) {
            return event.get("errorMessage").isEmpty() ? 200 : 400;
        }
        for (Rule rule : RULES) {
            if (rule.parts.stream().anyMatch(code::contains)) {
                return rule.status;
            }
        }
        return 400;
    }
}
