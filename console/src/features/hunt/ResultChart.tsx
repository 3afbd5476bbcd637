import type { QueryAnswer } from '@/shared/api/types';
import { counted } from '@/shared/format/number';
import { label } from '@/shared/format/words';
import { Choices } from '@/shared/ui/Choices';
import { Guard } from '@/shared/ui/Guard';
import { Empty, Loading } from '@/shared/ui/States';
import { Suspense, lazy, useMemo, useState } from 'react';
import { Bars } from './Bars';
import { BARS_MAX, CHART_KINDS, type Choice, barsOf, choose, linesOf, placesOf } from './chart';

const LineChart = lazy(() => import('./LineChart'));

/** A result as a picture: which one is told by its columns, and can be changed. */
export function ResultChart({ answer }: { answer: QueryAnswer }) {
  const first = useMemo(() => choose(answer), [answer]);
  const [changed, setChanged] = useState<Choice | null>(null);
  const choice = changed ?? first;
  if (!choice) {
    return (
      <Empty tight title="There is nothing to draw">
        A chart needs a column of numbers and one that names them, a time for a line. Try <code>GROUP BY</code> and <code>count(*)</code>.
      </Empty>
    );
  }
  return (
    <div className="result-chart">
      <Controls answer={answer} choice={choice} onChange={setChanged} />
      {choice.kind === 'line' ? <Line answer={answer} choice={choice} /> : <Bars answer={answer} along={choice.along} bars={barsOf(answer, choice)} of={name(answer, choice.values[0] ?? 0)} />}
      {choice.kind === 'bars' && answer.rows.length > BARS_MAX && <p className="small faint">The first {BARS_MAX} of {counted(answer.rows.length, 'row')}; ORDER BY says which those are.</p>}
    </div>
  );
}

function Line({ answer, choice }: { answer: QueryAnswer; choice: Choice }) {
  const lines = useMemo(() => linesOf(answer, choice), [answer, choice]);
  const names = useMemo(() => choice.values.map((place) => name(answer, place)), [answer, choice]);
  return (
    <Guard instead="The chart could not be drawn">
      <Suspense fallback={<Loading lines={6} />}>
        <LineChart lines={lines} names={names} />
      </Suspense>
    </Guard>
  );
}

function Controls({ answer, choice, onChange }: { answer: QueryAnswer; choice: Choice; onChange: (choice: Choice) => void }) {
  const numbers = placesOf(answer, 'number');
  const along = choice.kind === 'line' ? placesOf(answer, 'time') : answer.columns.map((_, place) => place).filter((place) => answer.columns[place]?.form !== 'nested');
  return (
    <div className="filters">
      <Choices label="Kind of chart" options={CHART_KINDS.filter((kind) => kind === 'bars' || placesOf(answer, 'time').length > 0).map((kind) => ({ value: kind, text: label(kind) }))} chosen={[choice.kind]} onChoose={(kind) => onChange({ ...choice, kind, along: kind === 'line' ? (placesOf(answer, 'time')[0] ?? 0) : choice.along })} />
      <Pick text="Along" answer={answer} places={along} chosen={choice.along} onPick={(place) => onChange({ ...choice, along: place })} />
      {choice.kind === 'bars' ? (
        <Pick text="Length" answer={answer} places={numbers} chosen={choice.values[0] ?? 0} onPick={(place) => onChange({ ...choice, values: [place] })} />
      ) : (
        <Choices label="Lines" options={numbers.map((place) => ({ value: String(place), text: name(answer, place) }))} chosen={choice.values.map(String)} onChoose={(place) => onChange({ ...choice, values: toggled(choice.values, Number(place)) })} />
      )}
    </div>
  );
}

function Pick({ text, answer, places, chosen, onPick }: { text: string; answer: QueryAnswer; places: readonly number[]; chosen: number; onPick: (place: number) => void }) {
  return (
    <label className="inline">
      {text}
      <select className="field" value={chosen} onChange={(event) => onPick(Number(event.target.value))}>
        {places.map((place) => (
          <option key={place} value={place}>
            {name(answer, place)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** At least one stays. */
function toggled(values: number[], place: number): number[] {
  const without = values.filter((one) => one !== place);
  return without.length === values.length ? [...values, place].sort((a, b) => a - b) : without.length === 0 ? values : without;
}

const name = (answer: QueryAnswer, place: number) => answer.columns[place]?.name ?? '';
