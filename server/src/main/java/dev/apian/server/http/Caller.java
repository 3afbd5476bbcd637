// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.http;

import com.linecorp.armeria.server.ServiceRequestContext;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;

/// Who asks.
///
/// @param name as people know them: a user's name, a token's name, `local` where nobody has to sign in
/// @param role null for whoever runs a server without sign-in on their own machine, and may do everything
public record Caller(String name, @Nullable Role role) {

    /// Whoever reaches a server on which nobody has to sign in.
    public static final Caller LOCAL = new Caller("local", null);

    private static final AttributeKey<Caller> KEY = AttributeKey.valueOf(Caller.class, "CALLER");

    public boolean may(Role needed) {
        return role == null || role.covers(needed);
    }

    /// With the role, for messages.
    public String described() {
        return role == null ? name : "%s (%s)".formatted(name, role.label());
    }

    public void attachTo(ServiceRequestContext context) {
        context.setAttr(KEY, this);
    }

    /// Null as long as nobody has found out who it is.
    public static @Nullable Caller of(ServiceRequestContext context) {
        return context.attr(KEY);
    }
}
