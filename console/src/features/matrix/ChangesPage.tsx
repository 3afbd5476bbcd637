import { overviewQuery } from '@/shared/api/getOverview';
import { address } from '@/shared/api/server';
import { MATRIX_CHANGES } from '@/shared/api/types';
import { label } from '@/shared/format/words';
import { useFilters } from '@/shared/keys/useFilters';
import { Choices } from '@/shared/ui/Choices';
import { Pages } from '@/shared/ui/Pages';
import { Empty, Failed, Loading } from '@/shared/ui/States';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ChangeTable } from './ChangeTable';
import { MatrixFilterBar } from './MatrixFilterBar';
import { MatrixTabs } from './MatrixTabs';
import { WeekPick } from './WeekPick';
import { asked } from './asked';
import { CHANGE_MEANS } from './changes';
import { changesQuery } from './diffMatrix';
import { weeksQuery } from '@/shared/api/listMatrix';
import './matrix.css';
import { type Pair, isOver, pairOf, weekText } from '@/shared/format/weeks';

const FACTORS = ['2', '3', '5', '10'] as const;
const FACTOR = '3';

/** What somebody began to do, or ceased to: one week beside another. */
export function ChangesPage() {
  const filters = useFilters();
  const weeks = useQuery(weeksQuery);
  const overview = useQuery(overviewQuery);
  const reached = overview.data?.event_time ?? null;
  const known = overview.data !== undefined || overview.error !== null;
  const pair = !known || !weeks.data ? undefined : pairOf(weeks.data, reached, filters.one('from'), filters.one('to'));
  return (
    <>
      <header className="page-head">
        <h1>What changed</h1>
        <span className="lead">What somebody began to do, ceased to do, or does far more or less than the week before</span>
        <span className="far small">
          <Link to={address('/matrix/changes', {}, { change: 'new', whose: 'other' })} title="What is new and touches what belongs to somebody else: look here first">
            New with others’ things
          </Link>
        </span>
      </header>
      <MatrixTabs />
      {weeks.error && !weeks.data && <Failed error={weeks.error} retry={() => void weeks.refetch()} />}
      {pair === undefined && !weeks.error && <Loading lines={10} />}
      {pair === null && (
        <div className="panel">
          <Empty title="There is nothing to compare yet">Changes are told between two weeks of calls. Come back when the data has a second week.</Empty>
        </div>
      )}
      {pair && <Changes pair={pair} weeks={weeks.data ?? []} reached={reached} />}
    </>
  );
}

function Changes({ pair, weeks, reached }: { pair: Pair; weeks: readonly string[]; reached: string | null }) {
  const filters = useFilters();
  const change = filters.manyOf('change', MATRIX_CHANGES);
  const factor = filters.oneOf('factor', FACTORS) ?? FACTOR;
  const changes = useInfiniteQuery(changesQuery({ ...asked(filters), ...pair, factor: Number(factor), change }));
  const first = changes.data?.pages[0]?.items[0];
  return (
    <>
      <div className="filters">
        <WeekPick name="from" weeks={weeks} chosen={pair.from} />
        <span className="faint">against</span>
        <WeekPick name="to" weeks={weeks} chosen={pair.to} />
        <Choices
          label="Kinds of change"
          options={[{ value: undefined, text: 'All', hint: 'Every change' }, ...MATRIX_CHANGES.map((kind) => ({ value: kind, text: label(kind), hint: CHANGE_MEANS[kind] }))]}
          chosen={change.length === 0 ? [undefined] : change}
          onChoose={(kind) => filters.set({ change: kind === undefined ? undefined : change.includes(kind) ? change.filter((one) => one !== kind) : [...change, kind] })}
        />
        <label className="inline">
          by more than
          <select className="field" value={factor} onChange={(event) => filters.set({ factor: event.target.value === FACTOR ? undefined : event.target.value })}>
            {FACTORS.map((one) => (
              <option key={one} value={one}>
                {one} times
              </option>
            ))}
          </select>
        </label>
      </div>
      <MatrixFilterBar actorName={first?.actor.name} endpointName={first?.endpoint} />
      {!isOver(pair.to, reached) && <p className="note">The week {weekText(pair.to)} was not over at the last call: what looks gone or less may still come.</p>}
      <div className="panel">
        <Pages query={changes} empty={<NoChanges clear={filters.clear} />}>
          {(rows) => <ChangeTable rows={rows} pair={pair} factor={Number(factor)} />}
        </Pages>
      </div>
    </>
  );
}

function NoChanges({ clear }: { clear: () => void }) {
  return (
    <Empty title="Nothing changed">
      Between these weeks, nothing that passes the filters is new, gone, or far more or less. Choose other weeks or a smaller factor, or{' '}
      <button className="button" onClick={clear}>
        show all changes
      </button>
    </Empty>
  );
}
