import { address } from '@/shared/api/server';
import type { ActorDetail } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { counted, number } from '@/shared/format/number';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { Table } from '@/shared/ui/Table';
import { Link } from 'react-router';
import { COMPARED_MAX } from './compare';

/** Who is like this actor, and what it uses that they do not. */
export function Peers({ actor, peers }: { actor: string; peers: ActorDetail['peers'] }) {
  const like = peers.by === 'roles' ? `with the roles ${peers.group}` : `of the kind ${peers.group}; no roles are told`;
  const beside = address('/actors/compare', {}, { actor: [actor, ...peers.items.slice(0, COMPARED_MAX - 1).map(({ id }) => id)] });
  return (
    <Panel title="Peers" note={`${counted(peers.count, 'other')} ${like}`} more={<Link to={beside}>side by side</Link>} flush>
      {peers.count === 0 ? (
        <Empty tight title="Nobody is like it">There is nobody to compare it with.</Empty>
      ) : (
        <>
          <p className="peer-names">
            {peers.items.map((peer) => (
              <Link key={peer.id} className="chip" to={to.actor(peer.id)}>
                {peer.name}
              </Link>
            ))}
            {peers.count > peers.items.length && <span className="small faint">and {number(peers.count - peers.items.length)} more</span>}
          </p>
          <Unusual actor={actor} peers={peers} />
        </>
      )}
    </Panel>
  );
}

function Unusual({ actor, peers }: { actor: string; peers: ActorDetail['peers'] }) {
  if (peers.unusual.length === 0) return <Empty tight title="It uses what its peers use">Every endpoint that served it in its last 28 days served a tenth of its peers too.</Empty>;
  return (
    <Table
      label="What it uses that its peers do not"
      rows={peers.unusual}
      rowKey={(row) => row.id}
      columns={[
        {
          name: 'Used here, hardly by peers',
          wide: true,
          cell: (row) => (
            <Link className="code" to={to.endpoint(row.id)}>
              {row.endpoint}
            </Link>
          ),
        },
        { name: 'Calls', right: true, cell: (row) => <Link to={to.calls({ actor, endpoint: row.id })}>{number(row.calls)}</Link> },
        { name: 'Peers', right: true, cell: (row) => `${number(row.peers)} of ${number(peers.count)}` },
      ]}
    />
  );
}
