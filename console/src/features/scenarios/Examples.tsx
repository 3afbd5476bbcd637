import type { BackTestResult } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { counted } from '@/shared/format/number';
import { ActorLink } from '@/shared/parts/ActorLink';
import { type Column, Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';
import { Link } from 'react-router';

type Example = BackTestResult['examples'][number];

const CHANGES: Record<Example['change'], { text: string; tone: string; meaning: string }> = {
  gained: { text: 'New', tone: 'tone-high', meaning: 'Raised by the proposed settings only' },
  lost: { text: 'Gone', tone: 'tone-good', meaning: 'Raised by the present settings only' },
  kept: { text: 'Both', tone: 'outline', meaning: 'Raised by both' },
};

const columns: readonly Column<Example>[] = [
  {
    name: 'Change',
    cell: ({ change }) => (
      <span className={`badge bare ${CHANGES[change].tone}`} title={CHANGES[change].meaning}>
        {CHANGES[change].text}
      </span>
    ),
  },
  { name: 'When', cell: (one) => <Time at={one.time} show="absolute" /> },
  { name: 'Actor', cell: (one) => <ActorLink actor={one.actor} /> },
  {
    name: 'What happened',
    wide: true,
    cell: (one) => (
      <span className="two-lines-most" title={`${one.reason}\n${one.usual}`}>
        {one.reason}
      </span>
    ),
  },
  { name: 'In an alert', extra: true, cell: (one) => (one.alerted ? 'yes' : <span className="faint">no</span>) },
  { name: 'Calls', right: true, cell: (one) => <Link to={to.calls({ actor: one.actor.id, from: one.first_seen, to: justAfter(one.time) })}>{counted(one.calls.length, 'call')}</Link> },
];

/** Signals that make the difference, the newest first; those of both at the end. */
export function Examples({ examples }: { examples: readonly Example[] }) {
  if (examples.length === 0) return <p className="soft">Neither of the settings raises a signal in these days.</p>;
  return <Table label="Examples" columns={columns} rows={examples} rowKey={(one) => `${one.change} ${one.time} ${one.actor.id}`} />;
}

function justAfter(time: string): string {
  return new Date(Date.parse(time) + 1000).toISOString();
}
