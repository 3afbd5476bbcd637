import type { AskedBaseline } from '@/shared/api/getBaseline';
import type { ActorDetail, Alert, Evidence } from '@/shared/api/types';
import { address } from '@/shared/api/server';
import { windowLength } from '@/shared/format/time';

const COUNTED = 'calls to ';
const HOUR_MS = 3_600_000;
const BEFORE_WINDOWS = 96;
const AFTER_WINDOWS = 12;

export interface Surge {
  endpoint: ActorDetail['top_endpoints'][number];
  asked: AskedBaseline;
}

/** What the picture has to show for evidence that counts calls to an endpoint; null if it does not, or the endpoint is not among those it calls most. */
export function surgeOf(alert: Pick<Alert, 'first_seen' | 'last_seen'>, evidence: Evidence, endpoints: ActorDetail['top_endpoints']): Surge | null {
  if (!evidence.measure.startsWith(COUNTED)) return null;
  const endpoint = endpoints.find((one) => one.endpoint === evidence.measure.slice(COUNTED.length));
  const window = windowLength(evidence.window);
  if (!endpoint || window === null) return null;
  const scale = window < HOUR_MS ? 'ten-minutes' : window > HOUR_MS ? 'day' : 'hour';
  const length = scale === 'ten-minutes' ? HOUR_MS / 6 : scale === 'hour' ? HOUR_MS : 24 * HOUR_MS;
  const from = new Date(Date.parse(alert.first_seen) - (scale === 'day' ? 28 : BEFORE_WINDOWS) * length).toISOString();
  const to = new Date(Date.parse(alert.last_seen) + (scale === 'day' ? 2 : AFTER_WINDOWS) * length).toISOString();
  return { endpoint, asked: { endpoint: endpoint.id, scale, from, to } };
}

/** Where the same picture stands on the actor's page. */
export const picturePage = (actor: string, { asked }: Surge) => `${address('/actors/{actor}', { actor }, asked)}#baseline`;
