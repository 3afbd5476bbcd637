import type { AlertSummary } from '@/shared/api/types';
import { counted } from '@/shared/format/number';
import { to } from '@/shared/format/links';
import { lasting } from '@/shared/format/time';
import { ActorLink } from '@/shared/parts/ActorLink';
import { ScenarioNames } from '@/shared/parts/ScenarioNames';
import { PreliminaryBadge, SeverityBadge, StatusBadge } from '@/shared/ui/Badges';
import type { Long } from '@/shared/ui/LongRows';
import { Meter } from '@/shared/ui/Meter';
import { type Column, Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';
import { Link } from 'react-router';

interface Props {
  label: string;
  alerts: readonly AlertSummary[];
  /** The list that a row is part of, as its address: the alert's page walks along it. */
  search: string;
  selected: ReadonlySet<string>;
  onSelect: (id: string) => void;
  long?: Long;
}

export function QueueTable({ label, alerts, search, selected, onSelect, long }: Props) {
  return <Table label={label} columns={columns(search, selected, onSelect)} rows={alerts} rowKey={(alert) => alert.id} {...(long && { long })} />;
}

function columns(search: string, selected: ReadonlySet<string>, onSelect: (id: string) => void): readonly Column<AlertSummary>[] {
  return [
    {
      name: 'Risk',
      cell: (alert) => (
        <div className="pick">
          <input type="checkbox" aria-label={`Select ${alert.title}`} checked={selected.has(alert.id)} onChange={() => onSelect(alert.id)} />
          <div className="two-lines">
            <Meter value={alert.risk} label="Risk" as="risk" tone={alert.severity} />
            <SeverityBadge severity={alert.severity} />
          </div>
        </div>
      ),
    },
    {
      name: 'Alert',
      wide: true,
      cell: (alert) => (
        <>
          <Link data-row data-alert={alert.id} to={to.alert(alert.id) + search} title={alert.title} className="two-lines-most">
            {alert.title}
          </Link>
          {alert.campaign && <CampaignLink alert={alert} />}
          <div className="small faint clip">
            {alert.preliminary && <PreliminaryBadge />} <ScenarioNames ids={alert.scenarios} />
          </div>
        </>
      ),
    },
    {
      name: 'Actor',
      cell: (alert) => (
        <div className="alert-actor">
          <div className="clip">
            <ActorLink actor={alert.actor} />
          </div>
          <div className="small faint">{alert.actor.kind}</div>
        </div>
      ),
    },
    {
      name: 'First to last seen (UTC)',
      cell: (alert) => (
        <div className="nowrap">
          <Time at={alert.first_seen} show="absolute" /> – <Time at={alert.last_seen} show={alert.first_seen.slice(0, 10) === alert.last_seen.slice(0, 10) ? 'clock' : 'absolute'} />
          <div className="small faint">
            lasted {lasting(alert.first_seen, alert.last_seen)} · <Time at={alert.last_seen} show="relative" />
          </div>
        </div>
      ),
    },
    {
      name: 'Status',
      cell: (alert) => (
        <div className="two-lines">
          <StatusBadge status={alert.status} />
          <span className="small faint clip">{alert.assignee ?? ''}</span>
        </div>
      ),
    },
  ];
}

function CampaignLink({ alert: { campaign } }: { alert: AlertSummary }) {
  if (!campaign) return null;
  return (
    <Link className="badge bare tone-accent campaign" to={`/alerts?campaign=${encodeURIComponent(campaign.id)}`} title={campaign.reason}>
      {counted(campaign.alerts, 'alert')} of {counted(campaign.actors, 'actor')}
    </Link>
  );
}
