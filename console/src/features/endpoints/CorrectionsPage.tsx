import { Answer } from '@/shared/ui/Answer';
import { Empty } from '@/shared/ui/States';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { CorrectionList } from './CorrectionList';
import './endpoints.css';
import { correctionsQuery } from './listCorrections';

/** Everything that people said about paths: the way back where an endpoint is gone by its correction. */
export function CorrectionsPage() {
  const corrections = useQuery(correctionsQuery);
  return (
    <>
      <nav className="crumb" aria-label="Where you are">
        <Link to="/endpoints" data-up>
          Endpoints
        </Link>{' '}
        / Corrections
      </nav>
      <header className="page-head">
        <h1>Corrections</h1>
        <span className="lead">What people said about paths; it wins over documents and over what is learned, until it is taken back</span>
      </header>
      {corrections.data?.applied === false && <p className="note">This server shows a cluster's lake. The cluster's job does not read corrections, so none can be added here.</p>}
      <div className="panel">
        <Answer query={corrections}>{({ items }) => (items.length === 0 ? <NoCorrections /> : <CorrectionList corrections={items} />)}</Answer>
      </div>
    </>
  );
}

function NoCorrections() {
  return (
    <Empty title="Nobody corrected anything">
      Where a template is wrong, open its <Link to="/endpoints">endpoint</Link> and say so under "Why this template".
    </Empty>
  );
}
