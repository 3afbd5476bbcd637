// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.Facet;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.entity.Entities;
import dev.apian.stage.identity.CredentialClass;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.identity.Link;
import dev.apian.stage.identity.Link.Because;
import dev.apian.testing.Saved;
import dev.apian.testing.SomeCall;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DossierTest {

    private static final SomeCall CALL = SomeCall.get("/v1/orders").with(Facet.Kind.API_KEY, "key:1");
    private static final long NEXT_YEAR = SomeCall.START + 31_536_000_000_000L;

    private final Dossier dossier = new Dossier();

    @Test
    void theClassOfAFacetFollowsWhatItsUseTellsAndTheFirstProofKeepsItsTime() {
        take(CALL, link(Because.PRESENTED, 0, CredentialClass.UNKNOWN));
        take(CALL.after(Duration.ofDays(1)), link(Because.PERSON_SAID, NEXT_YEAR, CredentialClass.SERVICE));

        assertThat(dossier.facets()).hasSize(1);
        assertThat(dossier.facets().getFirst().link())
                .isEqualTo(link(Because.PERSON_SAID, NEXT_YEAR, CredentialClass.SERVICE));
        assertThat(dossier.facets().getFirst().last())
                .isEqualTo(CALL.after(Duration.ofDays(1)).micros());
    }

    @Test
    void anExpiryOnceKnownIsNotForgottenByAProofWithoutOne() {
        take(CALL, link(Because.PRESENTED, NEXT_YEAR, CredentialClass.UNKNOWN));
        take(CALL, link(Because.PRESENTED, 0, CredentialClass.PERSONAL));

        assertThat(dossier.facets().getFirst().link().expires()).isEqualTo(NEXT_YEAR);
    }

    @Test
    void rolesAndApplicationStayUntilOthersAreTold() {
        take(CALL.withRoles("clerk", "manager").with(Facet.Kind.CLIENT_ID, "shop-app"));
        take(CALL);
        assertThat(dossier.roles()).isEqualTo("clerk, manager");
        assertThat(dossier.application()).isEqualTo("shop-app");
        assertThat(dossier.tenant()).isEmpty();

        take(CALL.withRoles("auditor").with(Facet.Kind.CLIENT_ID, "audit-app"));
        Dossier restarted = Saved.reloaded(dossier, new Dossier());
        assertThat(restarted.roles()).isEqualTo("auditor");
        assertThat(restarted.application()).isEqualTo("audit-app");
    }

    private static Link link(Because because, long expires, CredentialClass used) {
        return new Link(Facet.Kind.API_KEY, "key:1", because, SomeCall.START, expires, used);
    }

    private void take(SomeCall call, Link... links) {
        dossier.take(
                new Identified(Entities.of(Templates.NONE.route(call.call())), Actors.ALICE, null, List.of(links)));
    }
}
