import { HOWS, type How, type Side } from '@/shared/api/types';
import { HOW_MEANS, SIDE_MEANS } from '@/shared/format/provenance';

const NOT_JUDGED = 'The call was stored without being judged';
const SIDE_TONES: Record<Side, string> = { own: 'tone-good', tenant: 'tone-low', other: 'tone-high', shared: 'outline', public: '', unknown: 'quiet' };

/** How an actor knew a thing; only what nothing explains is loud. */
export function HowMark({ how }: { how: How | null }) {
  if (how === null) return <Unjudged />;
  return (
    <span className={`badge bare ${how === 'unexplained' ? 'tone-critical' : ''}`} title={HOW_MEANS[how]}>
      {how}
    </span>
  );
}

/** Whose a thing was; only what is somebody else's is loud. */
export function WhoseMark({ whose }: { whose: Side | null }) {
  if (whose === null) return <Unjudged />;
  return (
    <span className={`badge bare ${SIDE_TONES[whose]}`} title={SIDE_MEANS[whose]}>
      {whose}
    </span>
  );
}

function Unjudged() {
  return (
    <span className="faint" title={NOT_JUDGED}>
      –
    </span>
  );
}

/** What the words mean, for those that are on the page. */
export function HowLegend({ hows }: { hows: readonly (How | null)[] }) {
  const known = HOWS.filter((how) => hows.includes(how));
  if (known.length === 0) return null;
  return (
    <dl className="legend" aria-label="What the words mean">
      {known.map((how) => (
        <div key={how}>
          <dt>
            <HowMark how={how} />
          </dt>
          <dd>{HOW_MEANS[how]}</dd>
        </div>
      ))}
    </dl>
  );
}
