import type { ActorDetail, Baseline } from '@/shared/api/types';
import { useFilters } from '@/shared/keys/useFilters';
import { BaselinePicture } from '@/shared/parts/BaselinePicture';
import { Choices } from '@/shared/ui/Choices';
import { Panel } from '@/shared/ui/Panel';
import { Period } from '@/shared/ui/Period';

const SCALES: readonly { value: Baseline['scale']; text: string; hint: string }[] = [
  { value: 'ten-minutes', text: '10 minutes', hint: 'a day of ten minutes each' },
  { value: 'hour', text: 'Hour', hint: 'a week of hours' },
  { value: 'day', text: 'Day', hint: '8 weeks of days' },
];

/** What is usual for this actor as a picture, for one endpoint or all; what is chosen is in the URL. */
export function BaselinePanel({ actor }: { actor: ActorDetail }) {
  const filters = useFilters();
  const endpoint = filters.one('endpoint');
  const scale = filters.oneOf('scale', SCALES.map(({ value }) => value)) ?? 'hour';
  const named = actor.top_endpoints.find(({ id }) => id === endpoint);
  return (
    <Panel title="What is usual" id="baseline" note="click a window for its calls">
      <div className="filters baseline-filters">
        <select className="field wide" aria-label="Endpoint" value={endpoint ?? ''} onChange={(event) => filters.set({ endpoint: event.target.value || undefined })}>
          <option value="">All its calls</option>
          {endpoint && !named && <option value={endpoint}>The endpoint asked for</option>}
          {actor.top_endpoints.map((one) => (
            <option key={one.id} value={one.id}>
              {one.endpoint}
            </option>
          ))}
        </select>
        <Choices label="Scale" options={SCALES} chosen={[scale]} onChoose={(value) => filters.set({ scale: value, from: undefined, to: undefined })} />
        <Period />
      </div>
      <BaselinePicture actor={actor.actor} what={named?.endpoint ?? 'All its calls'} asked={{ endpoint, scale, from: filters.one('from'), to: filters.one('to') }} />
    </Panel>
  );
}
