import { percent } from '@/shared/format/number';

/** Below this, too much goes on that Apian cannot explain: what it is held to on simulated worlds, with bodies. */
const SHARE_MIN = 0.97;

interface Props {
  /** Of the accesses that were judged, 0 to 1; null if none was. */
  share: number | null;
  /** Nothing was ever created or shown, so that what is unexplained says little. */
  blind: boolean;
}

/** How much of what was accessed can be explained, and whether that means anything. */
export function ExplainedShare({ share, blind }: Props) {
  if (share === null) return <span className="faint" title="No access was judged">not judged</span>;
  const low = share < SHARE_MIN;
  return (
    <span className="row explained" title={blind ? 'Nothing here was ever created or shown, as where bodies are not recorded: what is unexplained says little' : `${percent(share)} of the judged accesses are explained; at least ${percent(SHARE_MIN)} should be`}>
      <span className={low && !blind ? 'meter tone-high' : 'meter'}>
        <span className="text">{percent(share)}</span>
        <span className="track" aria-hidden="true">
          <span className="fill" style={{ width: `${share * 100}%` }} />
        </span>
      </span>
      {blind && <span className="badge bare outline">blind</span>}
    </span>
  );
}
