import type { ActorDetail } from '@/shared/api/types';
import { counted, number, percent } from '@/shared/format/number';
import { label } from '@/shared/format/words';
import { address } from '@/shared/api/server';
import { Empty } from '@/shared/ui/States';
import { Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';
import { Link } from 'react-router';

type Touched = ActorDetail['entities'][number];

const WHOSE: readonly Touched['whose'][] = ['own', 'tenant', 'shared', 'public', 'unknown', 'other'];
const HOW: Record<string, string> = {
  created: 'created',
  shown: 'shown before',
  used: 'used before',
  tenant: "its tenant's",
  parent: 'part of something explained',
  public: 'for everybody',
  peers: 'peers do so',
  unexplained: 'nothing explains it',
};

/** Whose entities it touched, and how it may have known of them. */
export function TouchedEntities({ entities }: { entities: readonly Touched[] }) {
  if (entities.length === 0) return <Empty tight title="No entities">None of its calls names a business entity.</Empty>;
  const all = calls(entities);
  const shares = WHOSE.map((whose) => ({ whose, accesses: calls(entities.filter((one) => one.whose === whose)) })).filter(({ accesses }) => accesses > 0);
  return (
    <>
      <div className="whose">
        <div className="whose-bar" role="img" aria-label={shares.map(({ whose, accesses }) => `${whose} ${percent(accesses / all)}`).join(', ')}>
          {shares.map(({ whose, accesses }) => (
            <span key={whose} className={`whose-${whose}`} style={{ flexGrow: accesses }} title={`${label(whose)}: ${counted(accesses, 'access', 'accesses')}`} />
          ))}
        </div>
        <ul className="whose-key small">
          {shares.map(({ whose, accesses }) => (
            <li key={whose}>
              <span className={`swatch whose-${whose}`} /> {label(whose)} <span className="faint">{percent(accesses / all)}</span>
            </li>
          ))}
        </ul>
      </div>
      <Table
        label="Entities it touched"
        rows={byType(entities)}
        rowKey={(row) => row.type}
        columns={[
          { name: 'Type', cell: (row) => <Link to={address('/entities', {}, { type: row.type })}>{row.type}</Link> },
          ...WHOSE.map((whose) => ({ name: label(whose), right: true, cell: (row: OfType) => <Share row={row} whose={whose} /> })),
          { name: 'How it knew them', wide: true, cell: (row) => <Ways row={row} /> },
          { name: 'Last', extra: true, cell: (row) => <Time at={row.last} show="absolute" /> },
        ]}
      />
    </>
  );
}

function Share({ row, whose }: { row: OfType; whose: Touched['whose'] }) {
  const these = row.parts.filter((part) => part.whose === whose);
  const accesses = calls(these);
  if (accesses === 0) return <span className="faint">–</span>;
  const ways = these.map((part) => `${counted(part.calls, 'access', 'accesses')} to ${counted(part.entities, 'entity', 'entities')}: ${way(part.how)}`);
  return (
    <span className={whose === 'other' ? 'badge bare tone-high' : ''} title={ways.join('\n')}>
      {number(accesses)}
    </span>
  );
}

/** 'used by it before 362, nothing explains it 14': the commonest first. */
function Ways({ row }: { row: OfType }) {
  const hows = [...new Set(row.parts.map(({ how }) => how))].map((how) => ({ how, accesses: calls(row.parts.filter((part) => part.how === how)) })).sort((one, other) => other.accesses - one.accesses);
  return (
    <span className="ways">
      {hows.map(({ how, accesses }) => (
        <span key={how} className={how === 'unexplained' ? 'badge bare tone-medium' : 'soft'}>
          {way(how)} {number(accesses)}
        </span>
      ))}
    </span>
  );
}

interface OfType {
  type: string;
  parts: Touched[];
  last: string;
}

function byType(entities: readonly Touched[]): OfType[] {
  const types = new Map<string, Touched[]>();
  for (const one of entities) types.set(one.type, [...(types.get(one.type) ?? []), one]);
  return [...types].map(([type, parts]) => ({ type, parts, last: parts.map((part) => part.last_seen).sort().at(-1) ?? '' })).sort((one, other) => calls(other.parts) - calls(one.parts));
}

const calls = (parts: readonly Touched[]) => parts.reduce((sum, part) => sum + part.calls, 0);
const way = (how: string | null) => (how === null ? 'not kept' : (HOW[how] ?? how));
