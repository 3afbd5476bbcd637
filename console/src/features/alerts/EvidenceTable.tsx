import type { Alert, Evidence } from '@/shared/api/types';
import { callsBehind } from '@/shared/format/links';
import { number } from '@/shared/format/number';
import { windowText } from '@/shared/format/time';
import { Empty } from '@/shared/ui/States';
import { Table } from '@/shared/ui/Table';
import { Link } from 'react-router';
import { difference, isComparable, usualRange, type Comparable } from './usualRange';

interface Props {
  alert: Pick<Alert, 'actor' | 'first_seen' | 'last_seen'>;
  evidence: readonly Evidence[];
}

/** Measure by measure: what was observed and what is usual, as numbers and as a picture. */
export function EvidenceTable({ alert, evidence }: Props) {
  if (evidence.length === 0) return <Empty tight title="No measured evidence">The signals below tell in words why this was raised.</Empty>;
  return (
    <Table
      label="Evidence"
      rows={evidence}
      rowKey={(row) => `${row.measure} ${row.window}`}
      columns={[
        {
          name: 'Measure',
          cell: (row) => (
            <div className="measure">
              {row.measure}
              <div className="small faint">{[row.unit, row.window && `within ${windowText(row.window)}`].filter(Boolean).join(' ')}</div>
            </div>
          ),
        },
        {
          name: 'Observed',
          right: true,
          cell: (row) => (
            <Link to={callsBehind(alert, row)} className="observed" title="The calls behind this number">
              {number(row.observed)}
            </Link>
          ),
        },
        { name: 'Usual', right: true, cell: (row) => <span className="usual">{usualText(row)}</span> },
        { name: '', wide: true, cell: (row) => isComparable(row) && <RangePicture evidence={row} /> },
        { name: 'Apart', right: true, cell: (row) => <b>{difference(row)}</b> },
      ]}
    />
  );
}

function usualText({ expected, expected_low, expected_high }: Evidence): string {
  if (expected_low !== null && expected_high !== null) return `${number(expected_low)} – ${number(expected_high)}`;
  if (expected_high !== null) return `up to ${number(expected_high)}`;
  return expected === null ? '–' : `about ${number(expected)}`;
}

/** The usual range as a band with its middle, the observed value as a dot. */
function RangePicture({ evidence }: { evidence: Comparable }) {
  const range = usualRange(evidence);
  const at = (share: number) => `${(share * 100).toFixed(2)}%`;
  return (
    <div className="range" title={`usual ${usualText(evidence)}, observed ${number(evidence.observed)}${range.logarithmic ? ' (logarithmic scale)' : ''}`}>
      <span className="band" style={{ left: at(range.low), width: at(Math.max(0.012, range.high - range.low)) }} />
      <span className="middle" style={{ left: at(range.expected) }} />
      {range.outside && <span className="gap" style={{ left: at(Math.min(range.high, range.observed)), width: at(Math.abs(range.observed - range.high)) }} />}
      <span className={range.outside ? 'dot outside' : 'dot'} style={{ left: at(range.observed) }} />
      {range.logarithmic && <span className="scale small">log</span>}
    </div>
  );
}
