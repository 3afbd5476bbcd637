// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.List;

/// Roles, groups and scopes as they are written: in an array, or in one string with blanks or commas between.
final class Roles {

    static final int ROLE_BYTES_MAX = 128;

    private Roles() {}

    static void add(Text value, List<String> roles, int rolesMax) {
        int start = 0;
        for (int i = 0; i <= value.length(); i++) {
            boolean gap = i == value.length() || value.at(i) == ' ' || value.at(i) == ',';
            if (gap && i > start && roles.size() < rolesMax && !Secrets.isJwt(value.sub(start, i))) {
                roles.add(value.sub(start, i).head(ROLE_BYTES_MAX).string());
            }
            start = gap ? i + 1 : start;
        }
    }

    /// Sorted, each once.
    static List<String> tidy(List<String> roles) {
        return roles.size() < 2 ? roles : roles.stream().sorted().distinct().toList();
    }
}
