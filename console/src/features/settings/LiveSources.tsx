import type { SourceStatus } from '@/shared/api/types';
import { number } from '@/shared/format/number';
import { useNow } from '@/shared/format/useNow';
import { Answer } from '@/shared/ui/Answer';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';
import { Trend } from '@/shared/ui/Trend';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { sourcesQuery } from './listSources';
import { type SourceState, stateOf } from './sourceState';

const WORDS: Record<SourceState, { text: string; look: string }> = {
  live: { text: 'live', look: 'badge tone-good' },
  quiet: { text: 'quiet', look: 'badge bare' },
  misread: { text: 'not understood', look: 'badge tone-high' },
};

const columns: readonly Column<SourceStatus>[] = [
  { name: 'Source', wide: true, cell: (source) => <strong title={source.name}>{source.name}</strong> },
  { name: 'State', cell: (source) => <State source={source} /> },
  { name: 'Last', cell: (source) => <Time at={source.last} show="relative" /> },
  { name: 'Last hour', cell: (source) => <Trend counts={source.calls_per_minute} by="by the minute" /> },
  { name: 'Calls', right: true, cell: (source) => number(source.calls) },
  { name: 'Refused', right: true, cell: (source) => (source.refused === 0 ? <span className="faint">0</span> : <Link to="/intake">{number(source.refused)}</Link>) },
];

/** Which senders bring calls at the moment, which fell silent, and which are not understood. */
export function LiveSources() {
  const sources = useQuery(sourcesQuery);
  return (
    <Answer query={sources}>
      {({ since, items }) => (
        <Panel title="Sources" note={since === null ? 'calls come to a cluster, which this server only shows' : <>since the server started, <Time at={since} show="both" /></>} flush>
          {items.length === 0 ? (
            <Empty tight title="Nothing came yet">Each protocol, followed file or partition stands here from its first record on. How to send some is told below.</Empty>
          ) : (
            <Table label="Sources" columns={columns} rows={items} rowKey={(source) => source.name} />
          )}
        </Panel>
      )}
    </Answer>
  );
}

function State({ source }: { source: SourceStatus }) {
  const { text, look } = WORDS[stateOf(source, useNow())];
  return <span className={look}>{text}</span>;
}
