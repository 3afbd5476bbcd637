import type { ActorDetail } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { number } from '@/shared/format/number';
import { Meter } from '@/shared/ui/Meter';
import { Empty } from '@/shared/ui/States';
import { Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';
import { Link } from 'react-router';

interface Props {
  actor: string;
  endpoints: ActorDetail['top_endpoints'];
  all: number;
}

export function TopEndpoints({ actor, endpoints, all }: Props) {
  if (endpoints.length === 0) return <Empty tight title="No endpoints yet" />;
  return (
    <Table
      label="Endpoints it calls"
      rows={endpoints}
      rowKey={(endpoint) => endpoint.id}
      columns={[
        {
          name: 'Endpoint',
          wide: true,
          cell: (endpoint) => (
            <Link data-row className="code" to={to.endpoint(endpoint.id)}>
              {endpoint.endpoint}
            </Link>
          ),
        },
        { name: 'Host', cell: (endpoint) => <span className="soft">{endpoint.host ?? '–'}</span> },
        { name: 'Calls', right: true, cell: (endpoint) => <Link to={to.calls({ actor, endpoint: endpoint.id })}>{number(endpoint.calls)}</Link> },
        { name: 'Share', cell: (endpoint) => <Meter value={all === 0 ? 0 : endpoint.calls / all} label="Share of its calls" /> },
        { name: 'Last called', cell: (endpoint) => <Time at={endpoint.last_seen} /> },
      ]}
    />
  );
}
