import type { Decision, EndpointDetail } from '@/shared/api/types';
import { percent } from '@/shared/format/number';
import { Panel } from '@/shared/ui/Panel';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CorrectionList } from './CorrectionList';
import { CorrectionDialog, type Plan } from './CorrectionDialog';
import { correctionsQuery } from './listCorrections';
import { concerns, isVariable, partsOf } from './template';

const BECAUSE: Record<Decision['because'], string> = {
  typed: 'looks like a value by itself',
  learned: 'the names here turned out to be values',
  name: 'the name of a route',
  told: 'the framework told its route',
  documented: 'an imported document says so',
  corrected: 'a person said so',
};

/** Why the template is what it is, part by part, and what to press if it is wrong. */
export function Reasons({ endpoint }: { endpoint: EndpointDetail }) {
  const [plan, setPlan] = useState<Plan | null>(null);
  const corrections = (useQuery(correctionsQuery).data?.items ?? []).filter((one) => concerns(one, endpoint));
  const parts = partsOf(endpoint.template);
  const pinned = corrections.some((one) => one.kind === 'pin');
  return (
    <Panel
      title="Why this template"
      note={endpoint.decisions.length === 0 && parts.length > 0 ? 'not written down for this one' : undefined}
      more={
        !pinned &&
        parts.length > 0 && (
          <button className="button small" onClick={() => setPlan({ kind: 'pin' })}>
            Pin it
          </button>
        )
      }
      flush
    >
      <ol className="reasons" aria-label="Parts of the path">
        {parts.map((text, index) => (
          <Part key={index} text={text} decision={endpoint.decisions.find((one) => one.part === index)} correct={(kind) => setPlan({ kind, part: index })} />
        ))}
        {parts.length === 0 && (
          <li>
            <span className="code">/</span>
            <span className="faint">The root has no parts.</span>
          </li>
        )}
      </ol>
      {corrections.length > 0 && <CorrectionList corrections={corrections} />}
      {plan && <CorrectionDialog endpoint={endpoint} plan={plan} onClose={() => setPlan(null)} />}
    </Panel>
  );
}

function Part({ text, decision, correct }: { text: string; decision: Decision | undefined; correct: (kind: 'reject' | 'rename' | 'value') => void }) {
  const variable = isVariable(text);
  return (
    <li>
      <span className="code break">
        <span className={variable ? 'variable' : ''}>{text}</span>
      </span>
      <span className="because">
        <span>{decision ? BECAUSE[decision.because] : variable ? 'a value' : 'a name'}</span>
        {decision && decision.odds !== 0 && <span className="faint"> · {certainty(decision.odds)}</span>}
        {decision && decision.evidence.length > 0 && <span className="evidence">{decision.evidence.join(' · ')}</span>}
      </span>
      <span className="buttons">
        {variable ? (
          <>
            <button className="button small" onClick={() => correct('rename')}>
              Rename
            </button>
            <button className="button small" onClick={() => correct('reject')}>
              Reject
            </button>
          </>
        ) : (
          // A route that a document names stays one beside any variable.
          decision?.because !== 'documented' && (
            <button className="button small plain" onClick={() => correct('value')}>
              It is a value
            </button>
          )
        )}
      </span>
    </li>
  );
}

/** Log-odds as a share: '98% sure a value'. */
export function certainty(odds: number): string {
  return `${percent(1 / (1 + Math.exp(-Math.abs(odds))))} sure ${odds > 0 ? 'values' : 'names'}`;
}
