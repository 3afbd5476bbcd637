import type { EntityDetail, Process } from '@/shared/api/types';
import { BEGIN, type Usualness, stepKey, usualness } from './steps';

export type Passing = EntityDetail['history'][number];

/** Calls one after the other that differ in their time only. */
export interface Run {
  first: Passing;
  last: Passing;
  calls: number;
  /** Seconds since the run before; null for the first. */
  pause: number | null;
  /** How usual it is here, after the served call before; null if it was not served or nobody can tell. */
  usual: (Usualness & { after: string | null }) | null;
}

const isServed = (passing: Passing) => passing.status !== null && passing.status >= 200 && passing.status < 300;

/** The life of a thing in runs. `whole` says that its first call is among them. */
export function runsOf(history: readonly Passing[], process: Process | null | undefined, whole: boolean): Run[] {
  const runs: Run[] = [];
  let served: string | null = null;
  let begun = whole;
  for (const passing of history) {
    const run = runs.at(-1);
    if (run && isSame(run.last, passing)) {
      run.last = passing;
      run.calls++;
      continue;
    }
    const pause = run ? (Date.parse(passing.time) - Date.parse(run.last.time)) / 1000 : null;
    const counts = isServed(passing) && passing.endpoint !== null;
    const usual = process && begun && counts && passing.endpoint !== null && passing.endpoint !== served ? usualness(process, served, passing.endpoint) : null;
    runs.push({ first: passing, last: passing, calls: 1, pause, usual: usual && { ...usual, after: served } });
    if (counts) [served, begun] = [passing.endpoint, true];
  }
  return runs;
}

function isSame(one: Passing, other: Passing): boolean {
  return one.endpoint === other.endpoint && one.actor?.id === other.actor?.id && one.status === other.status && one.how === other.how && one.whose === other.whose;
}

/** The steps that a thing took, over its served calls, by `stepKey`. */
export function wayOf(history: readonly Passing[], whole: boolean): Set<string> {
  const served = history.filter(isServed).flatMap((passing) => passing.endpoint ?? []);
  return new Set(served.flatMap((endpoint, index) => (index === 0 && !whole ? [] : [stepKey(served[index - 1] ?? BEGIN, endpoint)])));
}
