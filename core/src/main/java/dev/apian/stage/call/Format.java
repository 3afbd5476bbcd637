// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.Arrays;
import java.util.Optional;

/// A format of records. The label is the word for `--format`.
public enum Format {
    AUTO("auto", "told by each record"),
    NATIVE("native", "native records, JSON"),
    CLOUDTRAIL("cloudtrail", "AWS CloudTrail, JSON"),
    ALB("alb", "AWS load balancer"),
    API_GATEWAY("apigateway", "AWS API Gateway, JSON"),
    KONG("kong", "Kong, JSON"),
    HAR("har", "HTTP archive, JSON"),
    NGINX_JSON("nginx-json", "access log, JSON"),
    COMBINED("combined", "access log, combined"),
    COMMON("common", "access log, common");

    private final String label;
    private final String title;

    Format(String label, String title) {
        this.label = label;
        this.title = title;
    }

    public String label() {
        return label;
    }

    /// What people read.
    public String title() {
        return title;
    }

    /// The format with a label, in either case.
    public static Optional<Format> byName(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label.equalsIgnoreCase(label))
                .findFirst();
    }

    /// A reader of this format. Make one and share it: it remembers what it saw often.
    public CallReader reader(ReaderSettings settings) {
        return switch (this) {
            case AUTO -> new AutoReader(settings);
            case NATIVE -> new NativeReader(settings);
            case CLOUDTRAIL -> new CloudTrailReader(settings);
            case ALB -> new AlbReader(settings);
            case API_GATEWAY -> new ApiGatewayReader(settings);
            case KONG -> new KongReader(settings);
            case HAR -> new HarReader(settings);
            case NGINX_JSON -> new NginxJsonReader(settings);
            case COMBINED, COMMON -> new CombinedReader(settings);
        };
    }
}
