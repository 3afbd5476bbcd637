// SPDX-License-Identifier: Apache-2.0
package dev.apian.testing;

/// CloudTrail events by hand, of the accounts and keys in AWS's documentation.
public final class Trail {

    public static final String KEY = "AKIAIOSFODNN7EXAMPLE";

    /// An IAM user with a lasting key.
    public static final String ALICE = "\"type\":\"IAMUser\",\"principalId\":\"AIDAIEXAMPLEALICE0001\","
            + "\"arn\":\"arn:aws:iam::111122223333:user/alice\",\"accountId\":\"111122223333\",\"accessKeyId\":\"" + KEY
            + "\",\"userName\":\"alice\"";

    private Trail() {}

    /// An event ten seconds after ten o'clock.
    ///
    /// @param identity members of `userIdentity`
    /// @param more     members of the event, may be empty
    public static String event(String service, String name, String identity, String more) {
        return event(10, service, name, identity, more);
    }

    public static String event(int second, String service, String name, String identity, String more) {
        return "{\"eventVersion\":\"1.11\",\"userIdentity\":{" + identity + "},\"eventTime\":\"2026-03-01T10:00:"
                + second + "Z\",\"eventSource\":\"" + service + ".amazonaws.com\",\"eventName\":\"" + name
                + "\",\"awsRegion\":\"us-east-1\",\"sourceIPAddress\":\"203.0.113.7\",\"userAgent\":\"aws-cli/2.15\","
                + (more.isEmpty() ? "" : more + ",") + "\"eventID\":\"e-" + name + "-" + second
                + "\",\"eventType\":\"AwsApiCall\",\"recipientAccountId\":\"111122223333\"}";
    }

    /// A session of a role.
    public static String session(String key, String role, String name) {
        return "\"type\":\"AssumedRole\",\"principalId\":\"AROAEXAMPLE:" + name + "\",\"arn\":\"" + arn(role, name)
                + "\",\"accountId\":\"111122223333\",\"accessKeyId\":\"" + key
                + "\",\"sessionContext\":{\"sessionIssuer\":{\"arn\":\"arn:aws:iam::111122223333:role/"
                + role + "\",\"userName\":\"" + role + "\"},\"attributes\":{\"mfaAuthenticated\":\"false\"}}";
    }

    /// Somebody takes on a role and is given a key.
    public static String assume(String identity, String role, String name, String key) {
        return event("sts", "AssumeRole", identity, handsOut(role, name, key));
    }

    public static String handsOut(String role, String name, String key) {
        return "\"requestParameters\":{\"roleArn\":\"arn:aws:iam::111122223333:role/" + role
                + "\",\"roleSessionName\":\"" + name + "\",\"durationSeconds\":900},\"responseElements\":{"
                + "\"credentials\":{\"accessKeyId\":\"" + key + "\",\"sessionToken\":\"IQoJb3JpZ2luX2VjEXAMPLETOKEN\","
                + "\"expiration\":\"Mar 1, 2026, 10:15:10 AM\"},\"assumedRoleUser\":{\"assumedRoleId\":\"AROAEXAMPLE:"
                + name + "\",\"arn\":\"" + arn(role, name) + "\"}}";
    }

    private static String arn(String role, String name) {
        return "arn:aws:sts::111122223333:assumed-role/" + role + "/" + name;
    }
}
