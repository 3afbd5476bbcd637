import type { Scenario } from '@/shared/api/types';

/** Whether it is at work, and whether as it comes. */
export function StateBadges({ scenario }: { scenario: Pick<Scenario, 'on' | 'changed'> }) {
  return (
    <span className="states">
      {scenario.on ? <span className="badge tone-good">On</span> : <span className="badge outline">Off</span>}
      {scenario.changed && (
        <span className="badge bare tone-accent" title="Its limits are other ones than the defaults">
          Changed
        </span>
      )}
    </span>
  );
}
