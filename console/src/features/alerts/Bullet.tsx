import { number } from '@/shared/format/number';
import { type Comparable, usualRange } from './usualRange';

interface Props {
  evidence: Comparable;
  /** What 95 of 100 peers stay at or under, where it is known. */
  peers: number | null;
}

const WIDTH = 320;
const HEIGHT = 26;
const PAD = 6;

/** The usual range as a band with what was expected, peers as a line, and what was observed as a dot. */
export function Bullet({ evidence, peers }: Props) {
  const range = usualRange(evidence, peers);
  const x = (share: number) => PAD + share * (WIDTH - 2 * PAD);
  const middle = HEIGHT / 2;
  const says = [`observed ${number(evidence.observed)}`, `usual ${evidence.expected_high === null ? `about ${number(evidence.expected)}` : `up to ${number(evidence.expected_high)}`}`, peers !== null && `95 of 100 peers up to ${number(peers)}`, range.logarithmic && 'logarithmic scale'].filter(Boolean).join(', ');
  return (
    <svg className="bullet" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={says}>
      <title>{says}</title>
      <line className="axis" x1={PAD} x2={WIDTH - PAD} y1={middle} y2={middle} />
      <rect className="band" x={x(range.low)} y={middle - 7} width={Math.max(4, x(range.high) - x(range.low))} height={14} rx={2} />
      <line className="middle" x1={x(range.expected)} x2={x(range.expected)} y1={middle - 7} y2={middle + 7} />
      {range.peers !== null && <line className="peers" x1={x(range.peers)} x2={x(range.peers)} y1={middle - 10} y2={middle + 10} />}
      {range.outside && <line className="gap" x1={x(range.observed < range.low ? range.low : range.high)} x2={x(range.observed)} y1={middle} y2={middle} />}
      <circle className={range.outside ? 'dot outside' : 'dot'} cx={x(range.observed)} cy={middle} r={5} />
      {range.logarithmic && (
        <text x={WIDTH - PAD} y={HEIGHT - 1} textAnchor="end">
          log
        </text>
      )}
    </svg>
  );
}
