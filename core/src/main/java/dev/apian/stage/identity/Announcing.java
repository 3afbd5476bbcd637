// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.Facet;
import dev.apian.stage.call.Facet.Kind;
import dev.apian.stage.identity.Link.Because;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells a link with the first call that it holds for, and again when the class of the credential turned out.
final class Announcing {

    private Announcing() {}

    static List<Link> links(Credential held, Actor actor, @Nullable Facet credential, Call call, Rulings rulings) {
        if (credential == null || call.status() == 401) {
            return List.of();
        }
        CredentialState state = held.state();
        CredentialClass now = state.classOf(credential.kind());
        if (now == CredentialClass.GATEWAY) {
            return List.of(new Link(credential, Because.GATEWAY_TOLD, call.micros(), now));
        }
        boolean settled = now != state.details().announcedClass();
        if (!actor.equals(state.actor) || (state.announced && !settled)) {
            return List.of();
        }
        boolean first = !state.announced;
        Because why = rulings.speaksOf(credential) ? Because.PERSON_SAID : state.because;
        List<Link> links = new ArrayList<>(2);
        links.add(new Link(credential, why, held.since(), now));
        held.announced(now);
        for (Facet facet : call.presented()) {
            boolean name = first && !facet.kind().secret() && facet.kind() != credential.kind();
            boolean proven = facet.kind() != Kind.USERNAME || !call.granted().isEmpty();
            if (name && proven) {
                Because told = facet.kind() == Kind.USER_ID ? Because.GATEWAY_TOLD : Because.PRESENTED;
                links.add(new Link(facet, told, call.micros(), CredentialClass.UNKNOWN));
            }
        }
        return List.copyOf(links);
    }
}
