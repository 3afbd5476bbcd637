import { actorQuery } from '@/shared/api/getActor';
import { baselineQuery } from '@/shared/api/getBaseline';
import type { Alert } from '@/shared/api/types';
import { useQueries, useQuery } from '@tanstack/react-query';
import { surgeOf } from './surge';

export interface Yardstick {
  /** What 999 of 1,000 such windows stay at or under. */
  usual: number | null;
  /** What 95 of 100 peers stay at or under. */
  peers: number | null;
}

export type Yardsticks = ReadonlyMap<string, Yardstick>;

const ASKED_MAX = 3;

/** For evidence that counts calls to an endpoint: what is usual there in the busiest window of the alert, and for peers. */
export function useYardsticks(alert: Alert): Yardsticks {
  const counted = [...new Map(alert.evidence.filter(({ measure }) => measure.startsWith('calls to ')).map((one) => [one.measure, one])).values()].slice(0, ASKED_MAX);
  const actor = useQuery({ ...actorQuery(alert.actor.id), enabled: counted.length > 0 });
  const surges = counted.map((evidence) => ({ measure: evidence.measure, surge: surgeOf(alert, evidence, actor.data?.top_endpoints ?? []) })).filter(({ surge }) => surge !== null);
  const baselines = useQueries({ queries: surges.map(({ surge }) => baselineQuery(alert.actor.id, surge?.asked ?? { endpoint: undefined, scale: 'hour', from: undefined, to: undefined })) });
  return new Map(
    surges.map(({ measure }, index) => {
      const windows = baselines[index]?.data?.windows ?? [];
      const busiest = windows.reduce<(typeof windows)[number] | undefined>((most, window) => (most === undefined || window.calls > most.calls ? window : most), undefined);
      return [measure, { usual: busiest?.usual_upper ?? null, peers: busiest?.peers_upper ?? null }];
    }),
  );
}
