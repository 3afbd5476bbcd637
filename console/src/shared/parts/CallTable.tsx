import type { Call, NamedNetwork } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { bytes, number } from '@/shared/format/number';
import { country } from '@/shared/format/words';
import { HttpStatus } from '@/shared/ui/Badges';
import type { Long } from '@/shared/ui/LongRows';
import { type Column, Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';
import { Link } from 'react-router';
import { Entities } from './Entities';
import { NetworkName } from './NetworkName';
import { useNetworkOf } from './useNetworkOf';

const time: Column<Call> = { name: 'Time', cell: (call) => <Time at={call.time} show="precise" /> };
const actor: Column<Call> = {
  name: 'Actor',
  cell: (call) => (
    <Link className="clip call-actor" to={to.actor(call.actor)} title={`${call.actor_kind} · ${call.actor}`}>
      {call.actor_name}
    </Link>
  ),
};
const rest = (networkOf: (ip: string | null) => NamedNetwork | undefined): readonly Column<Call>[] => [
  {
    name: 'Call',
    wide: true,
    cell: (call) => (
      <span className="code" title={`${call.method} ${call.host ?? ''}${call.path}\n${call.endpoint}\n${call.call_id}`}>
        <span className="faint">{call.method}</span> {call.endpoint_id === null ? call.path : <Link to={to.endpoint(call.endpoint_id)}>{call.path}</Link>}
      </span>
    ),
  },
  { name: 'Status', cell: (call) => <HttpStatus status={call.status} /> },
  { name: 'Entities', cell: (call) => <Entities entities={call.entities} /> },
  {
    name: 'From',
    cell: (call) => (
      <span className="nowrap" title={[call.user_agent, call.device, call.asn, call.credential].filter(Boolean).join('\n')}>
        {call.client_ip ?? '–'} {call.country && <abbr className="faint" title={country(call.country)}>{call.country}</abbr>} <NetworkName network={networkOf(call.client_ip)} />
      </span>
    ),
  },
  { name: 'Answer', right: true, extra: true, cell: (call) => (call.response_bytes === null ? '–' : bytes(call.response_bytes)) },
  { name: 'Took', right: true, extra: true, cell: (call) => (call.duration_ms === null ? '–' : `${number(call.duration_ms)} ms`) },
];

/** Calls, one a row. The actor is left out where it is the same for all. */
export function CallTable({ calls, withActor = true, long }: { calls: readonly Call[]; withActor?: boolean; long?: Long }) {
  const others = rest(useNetworkOf());
  return <Table label="Calls" columns={withActor ? [time, actor, ...others] : [time, ...others]} rows={calls} rowKey={(call) => call.call_id} long={long} />;
}
