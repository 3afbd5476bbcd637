import type { Process } from '@/shared/api/types';

/** What follows what: a thing passes `from`, and then `to`. */
export type Step = Process['edges'][number];

/** Stand for the two ends, where a step names no endpoint. An endpoint's name always holds a blank. */
export const BEGIN = 'begin';
export const END = 'end';

/** Below which share of the things a step can be hidden. */
export const HIDE_BELOW: readonly number[] = [0, 0.01, 0.02, 0.05, 0.1, 0.2];
/** More lines than this cannot be told apart. */
const STEPS_READABLE = 28;
/** A step that is taken less often than one time in fifty is unusual. */
const UNUSUAL_SHARE = 0.02;
/** From fewer steps than this nobody can tell what is usual. */
const STEPS_TO_JUDGE_MIN = 50;
const USUAL_STEPS_MAX = 10;

export const fromOf = (step: Pick<Step, 'from'>) => step.from ?? BEGIN;
export const toOf = (step: Pick<Step, 'to'>) => step.to ?? END;
export const isRepeat = (step: Pick<Step, 'from' | 'to'>) => step.from === step.to;
export const stepKey = (from: string, to: string) => `${from} → ${to}`;

/** The steps that at least this share of the things takes. */
export function stepsFrom(process: Process, share: number): Step[] {
  return process.edges.filter((step) => step.entities >= share * process.entities);
}

/** The smallest share at which the map can be read. */
export function readableShare(process: Process): number {
  const lines = (share: number) => stepsFrom(process, share).filter((step) => !isRepeat(step)).length;
  return HIDE_BELOW.find((share) => lines(share) <= STEPS_READABLE) ?? HIDE_BELOW.at(-1) ?? 0;
}

export interface Usualness {
  times: number;
  /** How often anything followed. */
  of: number;
  unusual: boolean;
}

/** How often one follows the other in the life of a thing of this type; null if too little is known to tell. */
export function usualness(process: Process, from: string | null, to: string): Usualness | null {
  const following = process.edges.filter((step) => step.from === from);
  const of = following.reduce((sum, step) => sum + step.times, 0);
  const times = following.find((step) => step.to === to)?.times ?? 0;
  return of < STEPS_TO_JUDGE_MIN ? null : { times, of, unusual: times < UNUSUAL_SHARE * of };
}

export interface UsualStep {
  step: Step;
  /** Of what follows the step before. */
  share: number;
}

/** The most frequent way from the first call, as long as it goes on: it ends with the thing, or where it would turn in a circle. */
export function usualWay(process: Process): UsualStep[] {
  const way: UsualStep[] = [];
  const passed = new Set<string>();
  for (let from: string | null = null; way.length < USUAL_STEPS_MAX; ) {
    const following = process.edges.filter((step) => step.from === from && !isRepeat(step));
    const step = following.filter((one) => one.to === null || !passed.has(one.to)).sort((one, other) => other.times - one.times)[0];
    if (!step) return way;
    way.push({ step, share: step.times / following.reduce((sum, one) => sum + one.times, 0) });
    if (step.to === null) return way;
    passed.add(step.to);
    from = step.to;
  }
  return way;
}
