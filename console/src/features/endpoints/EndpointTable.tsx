import type { Endpoint } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { number } from '@/shared/format/number';
import { PostureBadge, SensitivityBadge } from '@/shared/ui/Badges';
import type { Long } from '@/shared/ui/LongRows';
import { type Column, Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';
import { Trend } from '@/shared/ui/Trend';
import { Link } from 'react-router';
import { Template } from './Template';
import { DataMarks, Labels, StateMark } from './marks';

const DATA_SHOWN = 1;

interface Props {
  rows: readonly Endpoint[];
  /** When the trends begin. */
  from: string;
  withHost: boolean;
  order: { by: string; ascending: boolean; set: (sort: string) => void };
  long: Long;
}

/** The inventory, one line an endpoint, so that a screen holds many. */
export function EndpointTable({ rows, from, withHost, order, long }: Props) {
  const columns: readonly Column<Endpoint>[] = [
    {
      name: 'Endpoint',
      wide: true,
      sort: 'endpoint',
      cell: (endpoint) => (
        <span className="endpoint">
          <Link data-row className="code clip" to={to.endpoint(endpoint.id)} title={`${endpoint.endpoint} · ${endpoint.host ?? 'any host'}`}>
            <span className="method">{endpoint.method}</span> <Template template={endpoint.template} />
            {withHost && <span className="small faint host"> {endpoint.host ?? 'any host'}</span>}
          </Link>
          <Labels labels={endpoint.labels} />
        </span>
      ),
    },
    { name: 'Posture', sort: 'posture', cell: (endpoint) => <PostureBadge posture={endpoint.posture} /> },
    { name: 'Data', sort: 'data', cell: (endpoint) => <DataMarks data={endpoint.data} shown={DATA_SHOWN} /> },
    { name: 'Sensitivity', sort: 'sensitivity', cell: (endpoint) => <SensitivityBadge sensitivity={endpoint.sensitivity} /> },
    {
      name: 'Last 7 days',
      cell: (endpoint) => (
        <Link className="row-trend" to={to.calls({ endpoint: endpoint.id, from })} title="The calls of these days" tabIndex={-1}>
          <Trend counts={endpoint.trend} by="by 6 hours" />
        </Link>
      ),
    },
    { name: 'Calls', right: true, sort: 'calls', cell: (endpoint) => <Link to={to.calls({ endpoint: endpoint.id })}>{number(endpoint.calls)}</Link> },
    { name: 'Actors', right: true, extra: true, sort: 'actors', cell: (endpoint) => <Link to={`${to.endpoint(endpoint.id)}#callers`}>{number(endpoint.actors)}</Link> },
    {
      name: 'First seen',
      extra: true,
      sort: 'first_seen',
      cell: (endpoint) => <Time at={endpoint.first_seen} show="relative" />,
    },
    {
      name: 'Last called',
      sort: 'last_seen',
      cell: (endpoint) => (
        <span className="nowrap">
          <Time at={endpoint.last_seen} show="relative" /> <StateMark state={endpoint.state} />
        </span>
      ),
    },
  ];
  return <Table label="Endpoints" columns={columns} rows={rows} rowKey={(endpoint) => endpoint.id} order={order} long={long} />;
}
