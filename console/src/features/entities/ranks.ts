import { type Step, fromOf, isRepeat, toOf } from './steps';

const SWEEPS = 8;
/** In pixels, as everything here. */
const OPERATION_HEIGHT = 50;
/** Between operations, one below the other. */
const GAP = 22;
/** What a line takes of the side of an operation, and of a layer that it passes. */
const PORT = 8;
const LINE_ROOM = 26;

/** What takes room in a layer: an operation, or a long line on its way. */
export interface Spot {
  key: string;
  layer: number;
  operation: boolean;
  /** The middle. */
  y: number;
  /** In the layer before and in the one after. */
  left: Spot[];
  right: Spot[];
}

/** A line as the spots that it goes through, from its left end to its right one. Within a layer it has its two ends. */
export interface Line {
  step: Step;
  spots: Spot[];
}

/**
 * Gives every operation and every line its height: order by the mean of the neighbours (Sugiyama, Tagawa and Toda 1981), then heights as near to
 * the neighbours' as the room allows.
 */
export function rank(layers: ReadonlyMap<string, number>, steps: readonly Step[]): { spots: Spot[]; lines: Line[] } {
  const operations = new Map([...layers].map(([key, layer]) => [key, spot(key, layer, true)]));
  const lines = steps.filter((step) => !isRepeat(step)).flatMap((step) => line(step, operations.get(fromOf(step)), operations.get(toOf(step))));
  const spots = [...operations.values(), ...lines.flatMap(({ spots: all }) => all.filter((one) => !one.operation))];
  const columns = Array.from({ length: 1 + Math.max(0, ...layers.values()) }, (_, layer) => spots.filter((one) => one.layer === layer));
  columns.forEach(stack);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const column of columns) settle(column, (one) => one.left, true);
    for (const column of [...columns].reverse()) settle(column, (one) => one.right, true);
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) for (const column of columns) settle(column, (one) => [...one.left, ...one.right], false);
  return { spots, lines };
}

/** An operation where many lines meet is higher. */
export function heightOf(operation: Spot): number {
  return Math.max(OPERATION_HEIGHT, PORT * Math.max(operation.left.length, operation.right.length));
}

const spot = (key: string, layer: number, operation: boolean): Spot => ({ key, layer, operation, y: 0, left: [], right: [] });
const room = (one: Spot) => (one.operation ? heightOf(one) + GAP : LINE_ROOM);
const apart = (one: Spot, other: Spot) => (room(one) + room(other)) / 2;

function line(step: Step, from: Spot | undefined, to: Spot | undefined): Line[] {
  if (!from || !to) return [];
  const [first, last] = from.layer <= to.layer ? [from, to] : [to, from];
  const between = Array.from({ length: Math.max(0, last.layer - first.layer - 1) }, (_, index) => spot('', first.layer + 1 + index, false));
  const spots = [first, ...between, last];
  if (first.layer < last.layer) {
    spots.slice(1).forEach((one, index) => {
      const before = spots[index] ?? first;
      before.right.push(one);
      one.left.push(before);
    });
  }
  return [{ step, spots }];
}

function stack(column: Spot[]): void {
  column.forEach((one, index) => {
    const above = column[index - 1];
    one.y = above ? above.y + apart(above, one) : 0;
  });
}

/** Moves each to the mean of its neighbours, and as far from there as it takes that none overlap: half from above, half from below. */
function settle(column: Spot[], neighbours: (one: Spot) => readonly Spot[], reorder: boolean): void {
  const wanted = new Map(column.map((one) => [one, mean(neighbours(one)) ?? one.y]));
  const want = (one: Spot) => wanted.get(one) ?? 0;
  if (reorder) column.sort((one, other) => want(one) - want(other));
  const down: number[] = [];
  const up: number[] = [];
  column.forEach((one, index) => {
    const above = column[index - 1];
    down[index] = above ? Math.max(want(one), (down[index - 1] ?? 0) + apart(above, one)) : want(one);
  });
  [...column.keys()].reverse().forEach((index) => {
    const [one, below] = [column[index], column[index + 1]];
    if (one) up[index] = below ? Math.min(want(one), (up[index + 1] ?? 0) - apart(one, below)) : want(one);
  });
  column.forEach((one, index) => {
    one.y = ((down[index] ?? 0) + (up[index] ?? 0)) / 2;
  });
}

function mean(spots: readonly Spot[]): number | null {
  return spots.length === 0 ? null : spots.reduce((sum, one) => sum + one.y, 0) / spots.length;
}
