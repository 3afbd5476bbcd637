import { useFilters } from '@/shared/keys/useFilters';
import { Answer } from '@/shared/ui/Answer';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { BuilderForm } from './BuilderForm';
import { HuntTabs } from './HuntTabs';
import { Results } from './Results';
import { builtQuery } from './buildQuery';
import './hunt.css';
import { questionOf } from './question';
import { huntAddress } from './statement';
import { useRun } from './useRun';

/** A question as a sentence with gaps, for people who do not write SQL; the SQL that it makes stands beside it. */
export function BuilderPage() {
  const filters = useFilters();
  const question = questionOf(filters);
  const built = useQuery(builtQuery(question));
  const wanted = filters.one('run') === '1' && built.data !== undefined && !built.isPlaceholderData;
  const sql = wanted ? (built.data?.sql ?? '') : '';
  const { run, again, cancel } = useRun(sql);
  return (
    <>
      <header className="page-head">
        <h1>Hunt</h1>
        <span className="lead">Find actors by what they did, without writing SQL</span>
      </header>
      <HuntTabs />
      <div className="builder">
        <Panel title="Question">
          <BuilderForm question={question} />
          <div className="row builder-run">
            <button className="button main" disabled={!built.data || run.isFetching} onClick={() => (wanted ? again() : filters.set({ run: '1' }))}>
              Run
            </button>
            {built.data && (
              <Link className="button" to={huntAddress(built.data.sql)}>
                Edit as SQL
              </Link>
            )}
          </div>
        </Panel>
        <Panel title="The SQL it makes">
          <Answer query={built} lines={8}>
            {(made) => (
              <pre className="code sql-text" tabIndex={0} aria-label="SQL">
                {made.sql}
              </pre>
            )}
          </Answer>
        </Panel>
      </div>
      <section className="panel" aria-label="Answer">
        <h2 className="hidden">Answer</h2>
        <Results sql={sql} run={run} onRun={again} onCancel={cancel} before={<Empty tight title={built.data?.words ?? 'A question'}>Run it to see who that is. Days count back from the last call there is.</Empty>} />
      </section>
    </>
  );
}
