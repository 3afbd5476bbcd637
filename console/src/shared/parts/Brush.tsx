import type { CallHistogram } from '@/shared/api/types';
import { counted } from '@/shared/format/number';
import { absolute, inUtc } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { type PointerEvent, useState } from 'react';
import { type Range, between, rangeOf } from './range';

const HEIGHT = 96;
/** Less than this share of the width is a click, which takes one bar. */
const LEAST_BAR = 1.5;

interface Props {
  histogram: CallHistogram;
  onRange: (range: Range) => void;
}

/** Calls by time as bars, on which a range is drawn. Buttons beside it do the same for keyboards. */
export function Brush({ histogram, onRange }: Props) {
  const now = useNow();
  const [drawn, setDrawn] = useState<{ start: number; end: number }>();
  const { buckets, step_seconds: step } = histogram;
  const most = Math.max(1, ...buckets.map((bucket) => bucket.calls));
  const share = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return box.width === 0 ? 0 : (event.clientX - box.left) / box.width;
  };
  const tall = (calls: number) => (calls === 0 ? 0 : Math.max(LEAST_BAR, (calls / most) * HEIGHT));
  const done = () => {
    if (drawn) onRange(between(rangeOf(histogram), step, drawn.start, drawn.end));
    setDrawn(undefined);
  };
  return (
    <figure className="hour-bars brush">
      <svg
        viewBox={`0 0 ${Math.max(1, buckets.length)} ${HEIGHT}`}
        preserveAspectRatio="none"
        height={HEIGHT}
        role="img"
        aria-label={`Calls from ${absolute(histogram.from, now)} to ${absolute(histogram.to, now)}, at most ${counted(most, 'call')} a bar`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture?.(event.pointerId);
          setDrawn({ start: share(event), end: share(event) });
        }}
        onPointerMove={(event) => drawn && setDrawn({ ...drawn, end: share(event) })}
        onPointerUp={done}
        onPointerCancel={() => setDrawn(undefined)}
      >
        {buckets.map((bucket, index) => (
          <g key={bucket.time}>
            <title>{`${inUtc(bucket.time, now)}: ${counted(bucket.calls, 'call')}, ${bucket.errors} refused or failed`}</title>
            <rect className="touch" x={index} y={0} width={1} height={HEIGHT} />
            <rect className="bar" x={index + 0.1} y={HEIGHT - tall(bucket.calls)} width={0.8} height={tall(bucket.calls)} />
            <rect className="bad" x={index + 0.1} y={HEIGHT - tall(bucket.errors)} width={0.8} height={tall(bucket.errors)} />
          </g>
        ))}
        {drawn && <rect className="drawn" x={Math.min(drawn.start, drawn.end) * buckets.length} y={0} width={Math.abs(drawn.end - drawn.start) * buckets.length} height={HEIGHT} />}
      </svg>
      <figcaption className="small faint">
        <span>{absolute(histogram.from, now)}</span>
        <span>at most {counted(most, 'call')} a bar</span>
        <span>{absolute(histogram.to, now)}</span>
      </figcaption>
    </figure>
  );
}
