import type { Alert } from '@/shared/api/types';
import { counted } from '@/shared/format/number';
import { lasting } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { ActorLink } from '@/shared/parts/ActorLink';
import { PreliminaryBadge, SeverityBadge, StatusBadge } from '@/shared/ui/Badges';
import { Meter } from '@/shared/ui/Meter';
import { Time } from '@/shared/ui/Time';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { scopeText } from './scope';

/** Who, what, when, how risky, and where it stands: all in two lines. */
export function AlertHead({ alert }: { alert: Alert }) {
  return (
    <header className="alert-head">
      <h1>{alert.title}</h1>
      <dl className="head-facts">
        <Fact name="Risk">
          <Meter value={alert.risk} label="Risk" as="risk" tone={alert.severity} /> <SeverityBadge severity={alert.severity} />
        </Fact>
        <Fact name="Who">
          <ActorLink actor={alert.actor} showKind />
        </Fact>
        <Fact name="When">
          <Time at={alert.first_seen} show="absolute" />
          <span className="faint"> · lasted {lasting(alert.first_seen, alert.last_seen)} · </span>
          <Time at={alert.last_seen} show="relative" />
        </Fact>
        <Fact name="State">
          <StatusBadge status={alert.status} /> {alert.preliminary && <PreliminaryBadge />}
          {alert.decided_by && <span className="faint"> by {alert.decided_by}</span>}
        </Fact>
        <Fact name="Whose">{alert.assignee ?? <span className="faint">nobody&apos;s</span>}</Fact>
      </dl>
      <Standing alert={alert} />
    </header>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** That it is part of more, or out of sight. */
function Standing({ alert }: { alert: Alert }) {
  const now = useNow();
  const { campaign, suppressed_by: by, snoozed_until: until } = alert;
  return (
    <>
      {campaign && (
        <p className="note">
          Part of a campaign: <Link to={`/alerts?campaign=${encodeURIComponent(campaign.id)}`}>{counted(campaign.alerts, 'alert')} of {counted(campaign.actors, 'actor')}</Link>, {campaign.reason}.
        </p>
      )}
      {by && (
        <p className="note">
          Suppressed by {by.by} until <Time at={by.ended ?? by.until} show="absolute" />: {by.reason} <span className="faint">({scopeText(by.scope)})</span> <Link to="/suppressions">Suppressions</Link>
        </p>
      )}
      {until && Date.parse(until) > now && (
        <p className="note">
          Snoozed; it comes back <Time at={until} show="both" />.
        </p>
      )}
    </>
  );
}
