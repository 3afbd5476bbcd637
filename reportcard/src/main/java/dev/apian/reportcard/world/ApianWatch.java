// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.world;

import dev.apian.PlainRunner;
import dev.apian.reportcard.score.Finding;
import dev.apian.reportcard.score.Nominal;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.Population;
import dev.apian.stage.profile.Profiled;
import dev.apian.stage.triage.Alert;
import java.util.ArrayList;
import java.util.List;

/// Listens to the pipeline and keeps what it says, for the score.
final class ApianWatch implements PlainRunner.Observer {

    private final Ledger ledger;
    private final List<Finding> findings = new ArrayList<>();
    private final Understanding understanding;
    private final Windows windows = new Windows();

    ApianWatch(Ledger ledger) {
        this.ledger = ledger;
        understanding = new Understanding(ledger);
    }

    @Override
    public void profiled(Profiled call, Population known) {
        Identified identified = call.identified();
        understanding.see(identified);
        windows.see(identified, call.against(known));
    }

    /// Every version is a claim: an alert that grows is looked at again.
    @Override
    public void raised(Alert version) {
        String because = version.signals().getLast().card().id();
        findings.add(new Finding(ledger.consumerOf(version.calls()), version.last(), version.risk(), because));
    }

    List<Finding> findings() {
        return findings;
    }

    Understanding understanding() {
        return understanding;
    }

    /// The world is over.
    List<Nominal> nominals() {
        return windows.end();
    }
}
