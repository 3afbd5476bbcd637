import type { Scenario } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { number, percent } from '@/shared/format/number';
import { label } from '@/shared/format/words';
import { SeverityBadge } from '@/shared/ui/Badges';
import { type Column, Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';
import { Link } from 'react-router';
import { NoiseLine } from './NoiseBars';
import { StateBadges } from './StateBadges';
import { getFrom } from './days';
import { type Order, dismissedShare } from './order';

const columns: readonly Column<Scenario>[] = [
  {
    name: 'Detection',
    sort: 'title',
    wide: true,
    cell: (one) => (
      <>
        <Link data-row to={to.scenario(one.id)}>
          {one.title}
        </Link>
        <div className="small faint clip">{one.question}</div>
      </>
    ),
  },
  { name: 'State', cell: (one) => <StateBadges scenario={one} /> },
  { name: 'Family', sort: 'family', extra: true, cell: (one) => label(one.family) },
  { name: 'Severity', sort: 'severity', cell: (one) => <SeverityBadge severity={one.severity} /> },
  { name: 'Last 30 days', cell: (one) => <NoiseLine noise={one.noise} /> },
  { name: 'Signals', sort: 'signals', right: true, cell: (one) => number(one.noise.signals) },
  {
    name: 'Alerts',
    sort: 'alerts',
    right: true,
    cell: (one) => (one.noise.alerts === 0 ? <span className="faint">0</span> : <Link to={to.alertsOf(one.id, getFrom(one.noise.days))}>{number(one.noise.alerts)}</Link>),
  },
  {
    name: 'Dismissed',
    sort: 'dismissed',
    right: true,
    cell: (one) => {
      const share = dismissedShare(one);
      return share === null ? (
        <span className="faint" title="Nobody has decided about one of its alerts">
          –
        </span>
      ) : (
        <span title={`${one.noise.dismissed} dismissed, ${one.noise.confirmed} confirmed, ${one.noise.open} open`}>{percent(share)}</span>
      );
    },
  },
  { name: 'Last finding', sort: 'latest', extra: true, cell: (one) => <Time at={one.noise.last_finding} show="relative" /> },
];

interface Props {
  scenarios: readonly Scenario[];
  order: Order;
  setOrder: (order: string) => void;
}

export function ScenarioTable({ scenarios, order, setOrder }: Props) {
  const ascending = order === 'title' || order === 'family';
  return (
    <div className="panel">
      <Table label="Detections" columns={columns} rows={scenarios} rowKey={(one) => one.id} order={{ by: order, ascending, set: setOrder }} />
    </div>
  );
}
