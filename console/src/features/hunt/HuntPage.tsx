import { Problem } from '@/shared/api/server';
import { useKeys } from '@/shared/keys/useKeys';
import { Guard } from '@/shared/ui/Guard';
import { Panel } from '@/shared/ui/Panel';
import { Empty, Loading } from '@/shared/ui/States';
import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { HuntTabs } from './HuntTabs';
import { Results } from './Results';
import { type Draft, SaveDialog } from './SaveDialog';
import { SavedPanel } from './SavedPanel';
import { TablesPanel } from './TablesPanel';
import type { Mark } from './editor';
import './hunt.css';
import { tablesQuery } from './listTables';
import { useStatement } from './statement';
import { useRun } from './useRun';

const SqlEditor = lazy(() => import('./SqlEditor'));

/** A statement, its answer, and what can be asked. What was run is in the address; what is being written is not yet. */
export function HuntPage() {
  const statement = useStatement();
  const [draft, setDraft] = useState(statement.sql);
  const [opened, setOpened] = useState(statement.sql);
  const [saving, setSaving] = useState<Draft | null>(null);
  if (opened !== statement.sql) {
    setOpened(statement.sql);
    setDraft(statement.sql);
  }
  const tables = useQuery(tablesQuery).data ?? NO_TABLES;
  const { run, again, cancel } = useRun(statement.sql);
  const start = () => (draft === statement.sql ? again() : statement.open(draft));
  const mark = useMemo(() => (draft === statement.sql ? markOf(run.error) : null), [draft, statement.sql, run.error]);
  useKeys({ Escape: cancel });
  return (
    <>
      <header className="page-head">
        <h1>Hunt</h1>
        <span className="lead">Ask the lake with SQL</span>
      </header>
      <HuntTabs />
      <div className="split">
        <div className="pile">
          <section className="panel" aria-label="Statement">
            <Guard instead="The editor could not be loaded">
              <Suspense fallback={<Loading lines={5} />}>
                <SqlEditor value={draft} tables={tables} onChange={setDraft} onRun={start} onCancel={cancel} mark={mark} />
              </Suspense>
            </Guard>
            <div className="editor-foot">
              <button className="button main" disabled={draft.trim() === '' || run.isFetching} onClick={start}>
                Run
              </button>
              <span className="small faint">
                <kbd>Ctrl</kbd> <kbd>Enter</kbd> runs, <kbd>Ctrl</kbd> <kbd>Space</kbd> completes, <kbd>Esc</kbd> cancels
              </span>
              <span className="far">
                <button className="button" disabled={draft.trim() === ''} onClick={() => setSaving({ id: undefined, name: '', description: '', sql: draft })}>
                  Save …
                </button>
              </span>
            </div>
          </section>
          <section className="panel" aria-label="Answer">
            <h2 className="hidden">Answer</h2>
            <Results sql={statement.sql} run={run} onRun={again} onCancel={cancel} before={<Nothing />} />
          </section>
        </div>
        <aside className="pile">
          <SavedPanel onChange={({ id, name, description }) => setSaving({ id, name, description, sql: draft })} />
          <Panel title="Tables" note="what can be asked">
            <TablesPanel tables={tables} />
          </Panel>
        </aside>
      </div>
      {saving && <SaveDialog draft={saving} onClose={() => setSaving(null)} />}
    </>
  );
}

const NO_TABLES: [] = [];

/** Where the server says that something is wrong. */
function markOf(error: Error | null): Mark | null {
  if (!(error instanceof Problem)) return null;
  const { position, length } = error.members;
  return typeof position === 'number' && typeof length === 'number' ? { from: position, length, message: error.detail } : null;
}

function Nothing() {
  return (
    <Empty title="Nothing was asked yet">
      Write a statement or take one of the examples on the right. For those who do not write SQL there is the{' '}
      <Link className="button" to="/hunt/builder">
        builder
      </Link>
    </Empty>
  );
}
