import { Problem } from '@/shared/api/server';
import type { QueryAnswer } from '@/shared/api/types';
import { counted, number } from '@/shared/format/number';
import { seconds } from '@/shared/format/time';
import { Choices } from '@/shared/ui/Choices';
import { Empty, Failed } from '@/shared/ui/States';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Elapsed } from './Elapsed';
import { ResultChart } from './ResultChart';
import { ResultTable } from './ResultTable';
import { useDownloadQuery } from './downloadQuery';
import { useView } from './useView';

interface Props {
  sql: string;
  run: UseQueryResult<QueryAnswer>;
  onRun: () => void;
  onCancel: () => void;
  /** What to show before anything was asked. */
  before: ReactNode;
}

/** What came of a statement: nothing yet, running, cancelled, refused, or rows as a table or a chart. */
export function Results({ sql, run, onRun, onCancel, before }: Props) {
  if (sql.trim() === '') return before;
  if (run.isFetching) return <RunningNow onCancel={onCancel} />;
  if (run.error) return run.error instanceof Problem && run.error.status === 400 ? <Wrong error={run.error} /> : <Failed error={run.error} retry={onRun} />;
  if (!run.data) return <Cancelled onRun={onRun} />;
  return <Found sql={sql} answer={run.data} />;
}

function RunningNow({ onCancel }: { onCancel: () => void }) {
  return (
    <div className="state tight" role="status">
      <h3>
        Running <Elapsed />
      </h3>
      <button className="button" onClick={onCancel}>
        Cancel <kbd>Esc</kbd>
      </button>
    </div>
  );
}

function Cancelled({ onRun }: { onRun: () => void }) {
  return (
    <Empty tight title="Cancelled">
      Nothing of it runs any more.{' '}
      <button className="button" onClick={onRun}>
        Run again
      </button>
    </Empty>
  );
}

function Wrong({ error }: { error: Problem }) {
  return (
    <div className="statement-wrong" role="alert">
      <h3>{error.title}</h3>
      <pre className="code">{error.detail}</pre>
    </div>
  );
}

function Found({ sql, answer }: { sql: string; answer: QueryAnswer }) {
  const [view, show] = useView();
  return (
    <>
      <div className="result-head">
        <Choices
          label="Show as"
          options={[
            { value: 'table', text: 'Table' },
            { value: 'chart', text: 'Chart' },
          ]}
          chosen={[view]}
          onChoose={show}
        />
        <span role="status">
          {counted(answer.rows.length, 'row')} in {seconds(answer.elapsed_ms / 1000)}
        </span>
        <Download sql={sql} />
      </div>
      <Shortcomings answer={answer} />
      {answer.rows.length === 0 ? <Empty tight title="No rows">The statement is right, and nothing matches it. Widen a condition, or the time.</Empty> : view === 'chart' ? <ResultChart answer={answer} /> : <ResultTable answer={answer} />}
    </>
  );
}

function Download({ sql }: { sql: string }) {
  const download = useDownloadQuery();
  return (
    <span className="far row">
      {download.error && <span className="note-bad">No file: {download.error.message}</span>}
      {download.data && <span className="faint">The file has the first {number(download.data)} rows</span>}
      <button className="button" disabled={download.isPending} onClick={() => download.mutate(sql)} title="Runs it again for up to 100,000 rows">
        {download.isPending ? 'Making the file …' : 'CSV'}
      </button>
    </span>
  );
}

/** What is not all there, said before anybody counts on it. */
function Shortcomings({ answer }: { answer: QueryAnswer }) {
  const notes = [
    answer.cut === 'rows' && `These are the first ${number(answer.rows.length)} rows and there are more: add a LIMIT, group, or take the CSV file.`,
    answer.cut === 'size' && `The answer became too large after ${counted(answer.rows.length, 'row')}; there are more. Select fewer columns.`,
    answer.cells_cut > 0 && `${counted(answer.cells_cut, 'value')} longer than 4,000 characters end with an ellipsis.`,
    ...answer.warnings,
  ].filter((note) => note !== false);
  return notes.map((note) => (
    <p key={note} className="note">
      {note}
    </p>
  ));
}
