import { BEGIN, END, type Step, fromOf, isRepeat, toOf } from './steps';

/** A step counts where operations stand if it is at least so frequent, beside the most frequent one into the same operation. */
const MAIN_SHARE = 0.5;

/**
 * In which layer each operation stands, from 0 for the beginning: the longest path over the main steps. A step that would close a circle over
 * more frequent ones is left out, so the usual direction is to the right.
 */
export function layersOf(steps: readonly Step[]): Map<string, number> {
  const before = acyclic(mainSteps(steps));
  const layers = new Map<string, number>([[BEGIN, 0]]);
  const layer = (key: string): number => {
    const known = layers.get(key);
    if (known !== undefined) return known;
    const found = 1 + Math.max(0, ...(before.get(key) ?? []).map(layer));
    layers.set(key, found);
    return found;
  };
  const operations = new Set(steps.flatMap((step) => [fromOf(step), toOf(step)]).filter((key) => key !== BEGIN && key !== END));
  const last = Math.max(0, ...[...operations].map(layer));
  if (steps.some((step) => step.to === null)) layers.set(END, last + 1);
  return layers;
}

/** The most frequent first. */
function mainSteps(steps: readonly Step[]): Step[] {
  const most = new Map<string, number>();
  const frequent = steps.filter((step) => !isRepeat(step) && step.to !== null).sort((one, other) => other.times - one.times);
  for (const step of frequent) most.set(toOf(step), Math.max(step.times, most.get(toOf(step)) ?? 0));
  return frequent.filter((step) => step.times >= MAIN_SHARE * (most.get(toOf(step)) ?? 0));
}

/** For each operation those before it, without circles. */
function acyclic(steps: readonly Step[]): Map<string, string[]> {
  const before = new Map<string, string[]>();
  const leads = (from: string, to: string): boolean => from === to || (before.get(to) ?? []).some((key) => leads(from, key));
  for (const step of steps) {
    const [from, to] = [fromOf(step), toOf(step)];
    if (!leads(to, from)) before.set(to, [...(before.get(to) ?? []), from]);
  }
  return before;
}
