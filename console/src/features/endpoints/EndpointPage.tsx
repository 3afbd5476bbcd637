import type { EndpointDetail } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { number } from '@/shared/format/number';
import { CallerTable } from '@/shared/parts/CallerTable';
import { Answer } from '@/shared/ui/Answer';
import { HttpStatus, SensitivityBadge } from '@/shared/ui/Badges';
import { Figure, Figures } from '@/shared/ui/Figures';
import { HourBars } from '@/shared/ui/HourBars';
import { Meter } from '@/shared/ui/Meter';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { endpointQuery } from './getEndpoint';

export function EndpointPage() {
  const { id = '' } = useParams();
  const endpoint = useQuery(endpointQuery(id));
  return (
    <>
      <nav className="crumb" aria-label="Where you are">
        <Link to="/endpoints" data-up>
          Endpoints
        </Link>{' '}
        / {endpoint.data ? (endpoint.data.host ?? 'any host') : '…'}
      </nav>
      <Answer query={endpoint} lines={12}>
        {(found) => <Portrait endpoint={found} />}
      </Answer>
    </>
  );
}

function Portrait({ endpoint }: { endpoint: EndpointDetail }) {
  const calls = to.calls({ endpoint: endpoint.id });
  return (
    <>
      <header className="page-head">
        <h1 className="code break">
          <span className="faint">{endpoint.method}</span> {endpoint.template}
        </h1>
        <SensitivityBadge sensitivity={endpoint.sensitivity} />
        {endpoint.labels.map((word) => (
          <span key={word} className="badge bare outline">
            {word}
          </span>
        ))}
      </header>
      <Figures>
        <Figure what="Calls" value={number(endpoint.calls)} to={calls} />
        <Figure what="Actors" value={number(endpoint.actors)} to="#callers" />
        <Figure what="First seen (UTC)" value={<Time at={endpoint.first_seen} />} plain />
        <Figure what="Last called (UTC)" value={<Time at={endpoint.last_seen} />} plain />
      </Figures>
      <Panel title="Calls by the hour" note="7 days up to its last call" more={<Link to={calls}>all calls</Link>}>
        <HourBars hours={endpoint.calls_per_hour} filters={{ endpoint: endpoint.id }} />
      </Panel>
      <div className="split">
        <Panel id="callers" title="Who calls it" note={endpoint.actors > endpoint.callers.length ? `${number(endpoint.callers.length)} of ${number(endpoint.actors)}, the most calls first` : undefined} flush>
          {endpoint.callers.length === 0 ? <Empty tight title="No callers kept" /> : <CallerTable callers={endpoint.callers} filters={{ endpoint: endpoint.id }} />}
        </Panel>
        <Panel title="How it answers" flush>
          {endpoint.statuses.length === 0 ? <Empty tight title="No answers kept" /> : <Statuses endpoint={endpoint} />}
        </Panel>
      </div>
    </>
  );
}

function Statuses({ endpoint }: { endpoint: EndpointDetail }) {
  return (
    <Table
      label="Statuses"
      rows={endpoint.statuses}
      rowKey={(row) => String(row.status)}
      columns={[
        { name: 'Status', wide: true, cell: (row) => <HttpStatus status={row.status} /> },
        { name: 'Calls', right: true, cell: (row) => <Link to={to.calls({ endpoint: endpoint.id, status: row.status })}>{number(row.calls)}</Link> },
        { name: 'Share', cell: (row) => <Meter value={endpoint.calls === 0 ? 0 : row.calls / endpoint.calls} label="Share of its calls" /> },
      ]}
    />
  );
}
