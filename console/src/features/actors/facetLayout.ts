import type { Facet } from '@/shared/api/types';

export const WIDTH = 1160;
export const HUB = { width: 210, height: 58 };
const ROW = 23;
const HEAD = 30;
const MARGIN = 10;
const NODE_AT = 330;

/** More of one kind than this stand on both sides. */
const KIND_ON_ONE_SIDE_MAX = 10;

/** A facet in the picture: where its node is, and the line from the actor to it. */
export interface Placed {
  facet: Facet;
  x: number;
  y: number;
  side: 'left' | 'right';
  path: string;
  weight: number;
  dashed: boolean;
}

export interface Heading {
  type: string;
  count: number;
  x: number;
  y: number;
  side: 'left' | 'right';
}

export interface Layout {
  height: number;
  facets: Placed[];
  headings: Heading[];
}

/** The actor in the middle, its facets left and right of it, those of one kind together unless they are many; the larger kinds first, each where there is less yet. */
export function layoutOf(facets: readonly Facet[]): Layout {
  const tall = { left: 0, right: 0 };
  const groups = grouped(facets).flatMap(halved).map(([type, members]) => {
    const side: Placed['side'] = tall.left <= tall.right ? 'left' : 'right';
    const top = tall[side];
    tall[side] += HEAD + members.length * ROW;
    return { type, members, side, top };
  });
  const height = Math.max(tall.left, tall.right, HUB.height + 20) + 2 * MARGIN;
  const headings: Heading[] = [];
  const placed: Placed[] = [];
  for (const { type, members, side, top } of groups) {
    const x = side === 'left' ? NODE_AT : WIDTH - NODE_AT;
    const begin = (height - tall[side]) / 2 + top;
    headings.push({ type, count: members.length, x, y: begin + HEAD - 10, side });
    members.forEach((facet, place) => placed.push(node(facet, x, begin + HEAD + (place + 0.5) * ROW, side, height / 2)));
  }
  return { height, facets: placed, headings };
}

function node(facet: Facet, x: number, y: number, side: Placed['side'], middle: number): Placed {
  const from = WIDTH / 2 + (side === 'left' ? -HUB.width / 2 : HUB.width / 2);
  const bend = (from + x) / 2;
  return { facet, x, y, side, path: `M ${from} ${middle} C ${bend} ${middle}, ${bend} ${y}, ${x} ${y}`, weight: 0.75 + 3 * Math.max(0, facet.confidence - 0.4), dashed: facet.confidence < 0.9 };
}

function grouped(facets: readonly Facet[]): [string, Facet[]][] {
  const groups = new Map<string, Facet[]>();
  for (const facet of facets) groups.set(facet.type, [...(groups.get(facet.type) ?? []), facet]);
  return [...groups].sort(([, one], [, other]) => other.length - one.length);
}

function halved([type, members]: [string, Facet[]]): [string, Facet[]][] {
  if (members.length <= KIND_ON_ONE_SIDE_MAX) return [[type, members]];
  const half = Math.ceil(members.length / 2);
  return [
    [type, members.slice(0, half)],
    [type, members.slice(half)],
  ];
}

/** A value that fits beside its node: the beginning and the end of what is too long. */
export function shortened(value: string, max = 34): string {
  return value.length <= max ? value : `${value.slice(0, max - 9)}…${value.slice(-8)}`;
}
