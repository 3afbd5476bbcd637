import type { EndpointDetail } from '@/shared/api/types';
import { address } from '@/shared/api/server';
import { to } from '@/shared/format/links';
import { number } from '@/shared/format/number';
import { HttpStatus, PostureBadge } from '@/shared/ui/Badges';
import { Meter } from '@/shared/ui/Meter';
import { Empty } from '@/shared/ui/States';
import { Table } from '@/shared/ui/Table';
import { Link } from 'react-router';
import { DataMark } from './marks';

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

export function Statuses({ endpoint }: { endpoint: EndpointDetail }) {
  if (endpoint.statuses.length === 0) return <Empty tight title="No answers kept" />;
  return (
    <Table
      label="Statuses"
      rows={endpoint.statuses}
      rowKey={(row) => String(row.status)}
      columns={[
        { name: 'Status', wide: true, cell: (row) => <HttpStatus status={row.status} /> },
        { name: 'Calls', right: true, cell: (row) => <Link to={to.calls({ endpoint: endpoint.id, status: row.status })}>{number(row.calls)}</Link> },
        { name: 'Share', cell: (row) => <Meter value={share(row.calls, endpoint.calls)} label="Share of its calls" /> },
      ]}
    />
  );
}

export function DataFound({ endpoint }: { endpoint: EndpointDetail }) {
  if (endpoint.data.length === 0) return <Empty tight title="None found">Bodies are searched for names, contacts, cards, ids and secrets; they are counted, never kept.</Empty>;
  return (
    <Table
      label="Data found"
      rows={endpoint.data}
      rowKey={(row) => row.kind}
      columns={[
        { name: 'Kind', wide: true, cell: (row) => <DataMark {...row} /> },
        { name: 'Requests', right: true, cell: (row) => <Count calls={row.request} /> },
        { name: 'Responses', right: true, cell: (row) => <Count calls={row.response} /> },
      ]}
    />
  );
}

function Count({ calls }: { calls: number }) {
  return <span className={calls === 0 ? 'faint' : ''}>{number(calls)}</span>;
}

export function ParameterTable({ endpoint }: { endpoint: EndpointDetail }) {
  if (endpoint.parameters.length === 0) return <Empty tight title="No query parameters seen" />;
  return (
    <Table
      label="Query parameters"
      rows={endpoint.parameters}
      rowKey={(row) => row.name}
      columns={[
        { name: 'Name', wide: true, cell: (row) => <span className="code">{row.name}</span> },
        { name: 'Calls', right: true, cell: (row) => number(row.calls) },
        { name: 'Share', cell: (row) => <Meter value={share(row.calls, endpoint.counted)} label="Share of its calls" /> },
      ]}
    />
  );
}

export function TouchedTypes({ endpoint }: { endpoint: EndpointDetail }) {
  if (endpoint.entities.length === 0) return <Empty tight title="It names no entities" />;
  return (
    <Table
      label="Entities"
      rows={endpoint.entities}
      rowKey={(row) => row.type}
      columns={[
        { name: 'Type', wide: true, cell: (row) => row.type },
        { name: 'Entities', right: true, cell: (row) => <Link to={address('/entities', {}, { type: row.type })}>{number(row.entities)}</Link> },
        { name: 'Calls', right: true, cell: (row) => <Link to={to.calls({ endpoint: endpoint.id })}>{number(row.calls)}</Link> },
      ]}
    />
  );
}

export function Neighbours({ endpoint }: { endpoint: EndpointDetail }) {
  return (
    <Table
      label="Other methods"
      rows={endpoint.neighbours}
      rowKey={(row) => row.id}
      columns={[
        {
          name: 'Method',
          wide: true,
          cell: (row) => (
            <Link data-row className="code" to={to.endpoint(row.id)} title={row.endpoint}>
              {row.method}
            </Link>
          ),
        },
        { name: 'Posture', cell: (row) => <PostureBadge posture={row.posture} /> },
        { name: 'Calls', right: true, cell: (row) => <Link to={to.calls({ endpoint: row.id })}>{number(row.calls)}</Link> },
      ]}
    />
  );
}
