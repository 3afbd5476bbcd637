import { DRIFT_KINDS } from '@/shared/api/types';
import { number } from '@/shared/format/number';
import { label } from '@/shared/format/words';
import { useFilters } from '@/shared/keys/useFilters';
import { Choices } from '@/shared/ui/Choices';
import { Pages } from '@/shared/ui/Pages';
import { Empty } from '@/shared/ui/States';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { DocumentsPanel } from './DocumentsPanel';
import { DriftTable } from './DriftTable';
import { ExportLink } from './ExportLink';
import { MEANINGS } from './driftKinds';
import './endpoints.css';
import { inventoryQuery } from './getInventory';
import { documentsQuery } from './listDocuments';
import { driftQuery } from './listDrift';

/** Documents beside traffic: which there are, and where they differ. */
export function DriftPage() {
  const some = (useQuery(documentsQuery).data?.items.length ?? 0) > 0;
  return (
    <>
      <nav className="crumb" aria-label="Where you are">
        <Link to="/endpoints" data-up>
          Endpoints
        </Link>{' '}
        / Drift
      </nav>
      <header className="page-head">
        <h1>Drift</h1>
        <span className="lead">Where traffic and your OpenAPI documents differ</span>
        {some && (
          <span className="far row">
            <ExportLink />
          </span>
        )}
      </header>
      <DocumentsPanel />
      {some && <Drifts />}
    </>
  );
}

function Drifts() {
  const filters = useFilters();
  const chosen = filters.manyOf('kind', DRIFT_KINDS);
  const drift = useInfiniteQuery(driftQuery(chosen));
  const hosts = useQuery(inventoryQuery).data?.host.length ?? 0;
  const first = drift.data?.pages[0];
  return (
    <>
      <div className="filters">
        <Choices
          label="Kinds of drift"
          options={[{ value: undefined, text: `All ${number(first?.kinds.reduce((sum, one) => sum + one.drifts, 0) ?? 0)}` }, ...(first?.kinds ?? []).map(({ kind, drifts }) => ({ value: kind, text: `${label(kind)} ${number(drifts)}`, hint: MEANINGS[kind] }))]}
          chosen={chosen.length === 0 ? [undefined] : chosen}
          onChoose={(kind) => filters.set({ kind: kind === undefined ? undefined : chosen.includes(kind) ? chosen.filter((one) => one !== kind) : [...chosen, kind] })}
        />
        <span className="soft">{chosen.map((kind) => MEANINGS[kind]).join(' ')}</span>
      </div>
      <div className="panel">
        <Pages query={drift} total={first?.total} empty={<NoDrift filtered={chosen.length > 0} clear={filters.clear} />}>
          {(rows) => <DriftTable rows={rows} withHost={hosts > 1} />}
        </Pages>
      </div>
    </>
  );
}

function NoDrift({ filtered, clear }: { filtered: boolean; clear: () => void }) {
  if (!filtered) return <Empty title="Nothing differs">What was seen is as documented, and all that is documented was seen. Hosts that no document names are not compared.</Empty>;
  return (
    <Empty title="Nothing of this kind">
      <button className="button" onClick={clear}>
        Show all drift
      </button>
    </Empty>
  );
}
