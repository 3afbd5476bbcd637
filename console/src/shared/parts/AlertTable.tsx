import type { AlertSummary } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { lasting } from '@/shared/format/time';
import { PreliminaryBadge, SeverityBadge, StatusBadge } from '@/shared/ui/Badges';
import { Meter } from '@/shared/ui/Meter';
import type { Long } from '@/shared/ui/LongRows';
import { type Column, Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ActorLink } from './ActorLink';
import { ScenarioNames } from './ScenarioNames';

interface Extras {
  /** Before the risk. */
  pick?: (alert: AlertSummary) => ReactNode;
  /** Below the title. */
  below?: (alert: AlertSummary) => ReactNode;
  /** Below the status. */
  whose?: (alert: AlertSummary) => ReactNode;
}

/** What every list of alerts shows. */
export const alertColumns = (search: string, { pick, below, whose }: Extras = {}): readonly Column<AlertSummary>[] => [
  {
    name: 'Risk',
    cell: (alert) => (
      <div className={pick && 'pick'}>
        {pick?.(alert)}
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
        {below?.(alert)}
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
    name: 'First to last seen',
    cell: (alert) => (
      <div className="nowrap">
        <Time at={alert.first_seen} show="absolute" /> – <Time at={alert.last_seen} show={sameDay(alert) ? 'clock' : 'absolute'} />
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
        {whose?.(alert)}
      </div>
    ),
  },
];

function sameDay(alert: AlertSummary): boolean {
  return alert.first_seen.slice(0, 10) === alert.last_seen.slice(0, 10);
}

interface Props {
  alerts: readonly AlertSummary[];
  withActor?: boolean;
  /** The list that these are part of, as its address: the alert's page walks along it. */
  search?: string;
  long?: Long;
}

export function AlertTable({ alerts, withActor = true, search = '', long }: Props) {
  return <Table label="Alerts" columns={alertColumns(search).filter((column) => withActor || column.name !== 'Actor')} rows={alerts} rowKey={(alert) => alert.id} {...(long && { long })} />;
}
