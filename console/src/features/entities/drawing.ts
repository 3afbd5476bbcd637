import { layersOf } from './layers';
import { type Line, type Spot, heightOf, rank } from './ranks';
import { BEGIN, END, type Step, fromOf, toOf } from './steps';

const OPERATION_WIDTH = 156;
const MARK = { width: 44, height: 24 };
const BETWEEN = 76;
const MARGIN = 14;
const WIDTH_MIN = 1.2;
const WIDTH_MAX = 7;
/** How far an arc leaves a column to come back to it. */
const BULGE = 46;
const LABEL = { width: 46, height: 27 };

export interface Box {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Stroke {
  step: Step;
  path: string;
  /** The tip of its arrow, and whether it points right. */
  tip: { x: number; y: number; right: boolean };
  width: number;
  /** Where there is room for its numbers; null if there is none. */
  label: Point | null;
}

export interface Drawing {
  width: number;
  height: number;
  boxes: Box[];
  strokes: Stroke[];
}

interface Point {
  x: number;
  y: number;
}

/** Where everything of a process map stands, in pixels: operations in layers from left to right, steps as curves, the frequent ones wide. */
export function draw(steps: readonly Step[]): Drawing {
  const { spots, lines } = rank(layersOf(steps), steps);
  const top = Math.min(...spots.map((spot) => spot.y - halfOf(spot))) - MARGIN;
  const bottom = Math.max(...spots.map((spot) => spot.y + halfOf(spot))) + MARGIN;
  for (const spot of spots) spot.y -= top;
  const boxes = spots.filter((spot) => spot.operation).map(boxOf);
  const most = Math.max(1, ...lines.map(({ step }) => step.times));
  const ends = portsOf(lines);
  const taken: Box[] = [...boxes];
  const strokes = [...lines]
    .sort((one, other) => other.step.times - one.step.times)
    .map((line) => stroke(line, ends, WIDTH_MIN + (WIDTH_MAX - WIDTH_MIN) * Math.sqrt(line.step.times / most), taken));
  return { width: Math.max(0, ...boxes.map((box) => box.x + box.width)) + MARGIN, height: bottom - top, boxes, strokes };
}

const isMark = (key: string) => key === BEGIN || key === END;
const sizeOf = (spot: Spot) => (isMark(spot.key) ? MARK : { width: OPERATION_WIDTH, height: heightOf(spot) });

const halfOf = (spot: Spot) => (spot.operation ? sizeOf(spot).height / 2 : 0);

function leftOf(spot: Spot): number {
  return spot.layer === 0 ? MARGIN : MARGIN + MARK.width + BETWEEN + (spot.layer - 1) * (OPERATION_WIDTH + BETWEEN);
}

function boxOf(spot: Spot): Box {
  const { width, height } = sizeOf(spot);
  return { key: spot.key, x: leftOf(spot), y: spot.y - height / 2, width, height };
}

/** Where each line meets the two sides of its operations: spread over the side by where they come from, so that none lie on another. */
function portsOf(lines: readonly Line[]): Map<string, number> {
  const sides = new Map<string, { line: Line; other: number; spot: Spot; end: 'first' | 'last' }[]>();
  const add = (side: string, entry: { line: Line; other: number; spot: Spot; end: 'first' | 'last' }) => sides.set(side, [...(sides.get(side) ?? []), entry]);
  for (const line of lines) {
    const [first, second, beforeLast, last] = [line.spots[0], line.spots[1], line.spots.at(-2), line.spots.at(-1)];
    if (!first || !second || !beforeLast || !last) continue;
    add(`${first.key} right`, { line, other: second.y, spot: first, end: 'first' });
    add(`${last.key} ${first.layer === last.layer ? 'right' : 'left'}`, { line, other: beforeLast.y, spot: last, end: 'last' });
  }
  const ports = new Map<string, number>();
  for (const entries of sides.values()) {
    entries.sort((one, other) => one.other - other.other);
    entries.forEach(({ line, spot, end }, index) => {
      const span = sizeOf(spot).height * 0.76;
      ports.set(portKey(line, end), spot.y - span / 2 + (span * (index + 0.5)) / entries.length);
    });
  }
  return ports;
}

const portKey = (line: Line, end: 'first' | 'last') => `${fromOf(line.step)} ${toOf(line.step)} ${end}`;

function stroke(line: Line, ports: ReadonlyMap<string, number>, width: number, taken: Box[]): Stroke {
  const points = pointsOf(line, ports);
  const first = points[0] ?? { x: 0, y: 0 };
  const last = points.at(-1) ?? first;
  const flat = line.spots[0]?.layer === line.spots.at(-1)?.layer;
  const forward = line.spots[0]?.key === fromOf(line.step);
  const path = flat ? `M${at(first)} C${at({ x: first.x + BULGE, y: first.y })} ${at({ x: last.x + BULGE, y: last.y })} ${at(last)}` : curve(points);
  const tip = flat ? { ...last, right: false } : forward ? { ...last, right: true } : { ...first, right: false };
  const places = flat ? [{ x: first.x + BULGE * 0.75, y: (first.y + last.y) / 2 }] : placesAlong(points);
  return { step: line.step, path, tip, width, label: free(places, taken) };
}

/** The right side of the first, both sides of each spot between, the left side of the last. */
function pointsOf(line: Line, ports: ReadonlyMap<string, number>): Point[] {
  const last = line.spots.length - 1;
  const flat = line.spots[0]?.layer === line.spots[last]?.layer;
  return line.spots.flatMap((spot, index) => {
    const x = leftOf(spot);
    const right = x + sizeOf(spot).width;
    if (index === 0) return [{ x: right, y: ports.get(portKey(line, 'first')) ?? spot.y }];
    if (index === last) return [{ x: flat ? right : x, y: ports.get(portKey(line, 'last')) ?? spot.y }];
    return [{ x, y: spot.y }, { x: right, y: spot.y }];
  });
}

const at = ({ x, y }: Point) => `${x.toFixed(1)},${y.toFixed(1)}`;

/** Curves between the layers, straight lines through them. */
function curve(points: readonly Point[]): string {
  return points.reduce((path, point, index) => {
    const before = points[index - 1];
    if (!before) return `M${at(point)}`;
    const middle = (before.x + point.x) / 2;
    return index % 2 === 1 ? `${path} C${at({ x: middle, y: before.y })} ${at({ x: middle, y: point.y })} ${at(point)}` : `${path} L${at(point)}`;
  }, '');
}

/** Points of its curves, the middles first. */
function placesAlong(points: readonly Point[]): Point[] {
  const pairs = points.flatMap((point, index) => {
    const next = points[index + 1];
    return next && index % 2 === 0 ? [[point, next] as const] : [];
  });
  return [0.5, 0.35, 0.65].flatMap((share) =>
    pairs.map(([from, to]) => {
      const rest = 1 - share;
      return { x: from.x + (to.x - from.x) * (1.5 * share * rest + share ** 3), y: from.y + (to.y - from.y) * (3 * rest * share ** 2 + share ** 3) };
    }),
  );
}

function free(places: readonly Point[], taken: Box[]): Point | null {
  for (const place of places) {
    const box = { key: '', x: place.x - LABEL.width / 2, y: place.y - LABEL.height / 2, ...LABEL };
    if (taken.some((other) => box.x < other.x + other.width && other.x < box.x + box.width && box.y < other.y + other.height && other.y < box.y + box.height)) continue;
    taken.push(box);
    return place;
  }
  return null;
}
