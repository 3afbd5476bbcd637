import type { Alert, Evidence } from '@/shared/api/types';
import { callsBehind } from '@/shared/format/links';
import { counted, number } from '@/shared/format/number';
import { windowText } from '@/shared/format/time';
import { Empty } from '@/shared/ui/States';
import { Link } from 'react-router';
import { Bullet } from './Bullet';
import { type Fact, factsOf } from './facts';
import { difference, isComparable } from './usualRange';
import { type Yardsticks, useYardsticks } from './useYardsticks';

const SHOWN = 5;

/** Measure by measure, the most unusual first: what was observed and what is usual, in words and as a picture. */
export function EvidenceList({ alert }: { alert: Alert }) {
  const yardsticks = useYardsticks(alert);
  const facts = factsOf(alert.evidence);
  if (facts.length === 0) return <Empty tight title="No measured evidence">The signals below tell in words why this was raised.</Empty>;
  const row = (fact: Fact) => <One key={fact.evidence.measure} alert={alert} fact={fact} yardsticks={yardsticks} />;
  return (
    <>
      <ul className="evidence">{facts.slice(0, SHOWN).map(row)}</ul>
      {facts.length > SHOWN && (
        <details className="more-evidence">
          <summary className="soft">{counted(facts.length - SHOWN, 'more measure')}</summary>
          <ul className="evidence">{facts.slice(SHOWN).map(row)}</ul>
        </details>
      )}
      <p className="legend-line small faint">
        <span className="key band" /> usual <span className="key middle" /> expected {[...yardsticks.values()].some(({ peers }) => peers !== null) && (
          <>
            <span className="key peers" /> 95 of 100 peers
          </>
        )}{' '}
        <span className="key dot" /> observed
      </p>
    </>
  );
}

function One({ alert, fact, yardsticks }: { alert: Alert; fact: Fact; yardsticks: Yardsticks }) {
  const yardstick = yardsticks.get(fact.evidence.measure);
  const upper = fact.evidence.expected_high ?? yardstick?.usual ?? null;
  const evidence: Evidence = { ...fact.evidence, expected_high: upper };
  const apart = difference(evidence);
  return (
    <li>
      <div className="evidence-words">
        <span className="measure">{evidence.measure}</span>
        <span className="small faint">
          {[evidence.unit, evidence.window !== 'PT0S' && `within ${windowText(evidence.window)}`, fact.times > 1 && `${counted(fact.times, 'time')}`].filter(Boolean).join(' · ')}
        </span>
      </div>
      {isComparable(evidence) ? <Bullet evidence={evidence} peers={yardstick?.peers ?? null} /> : <span />}
      <div className="evidence-numbers">
        <Link to={callsBehind(alert, evidence)} className="observed" title="The calls behind this number">
          {number(evidence.observed)}
        </Link>
        <span className="small usual">{usualText(evidence)}</span>
        {apart && <b className="small apart">{apart}</b>}
      </div>
    </li>
  );
}

function usualText({ expected, expected_low, expected_high }: Evidence): string {
  if (expected_low !== null && expected_high !== null) return `${number(expected_low)} – ${number(expected_high)}`;
  if (expected_high !== null) return `up to ${number(expected_high)}`;
  return expected === null ? '' : `about ${number(expected)}`;
}
