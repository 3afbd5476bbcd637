import type { Facet } from '@/shared/api/types';
import { label } from '@/shared/format/words';
import { Meter } from '@/shared/ui/Meter';
import { Time } from '@/shared/ui/Time';
import type { ReactNode } from 'react';
import type { Plan } from './ruling';

const USES: Record<NonNullable<Facet['class']>, string> = {
  personal: "one person's",
  shared: 'several people use it as one',
  service: "a program's",
  gateway: 'many people come through it, each named',
};

interface Props {
  facet: Facet;
  onPlan: ((plan: Plan) => void) | undefined;
}

/** The proof of one facet, and what a person may say against it. */
export function FacetDetail({ facet, onPlan }: Props) {
  return (
    <figcaption className="facet-detail" aria-live="polite">
      <p className="what">
        <span className="faint">{label(facet.type)}</span> <span className="code break">{facet.value}</span>
      </p>
      <dl>
        <Fact name="Linked because">{facet.because}</Fact>
        <Fact name="Confidence">
          <Meter value={facet.confidence} label="Confidence" />
        </Fact>
        <Fact name="Used as">{facet.class ? `${facet.class}: ${USES[facet.class]}` : 'not known yet'}</Fact>
        <Fact name="First seen">
          <Time at={facet.first_seen} show="absolute" />
        </Fact>
        <Fact name="Last seen">
          <Time at={facet.last_seen} show="absolute" />
        </Fact>
        <Fact name="Expires">{facet.expires ? <Time at={facet.expires} show="absolute" /> : <span className="faint">not told</span>}</Fact>
      </dl>
      {onPlan && (
        <div className="row">
          <button className="button small" onClick={() => onPlan({ kind: 'unlink', facet })}>
            Unlink
          </button>
          <button className="button small" onClick={() => onPlan({ kind: 'move', facet })}>
            Link to another actor
          </button>
        </div>
      )}
    </figcaption>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
