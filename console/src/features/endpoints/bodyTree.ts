import type { BodyShape } from '@/shared/api/types';

type Key = BodyShape['keys'][number];

export interface BodyLine {
  path: string;
  /** The last key of the path; what the body is itself has none. */
  name: string;
  depth: number;
  /** As in JSON Schema, the most frequent first; `array` of what its items are. */
  types: string[];
  /** In what share of the bodies it stood. */
  presence: number;
}

/** The keys of bodies as the lines of a tree, each below what holds it. */
export function bodyLines(shape: BodyShape): BodyLine[] {
  const byPath = new Map<string, Key[]>();
  for (const key of shape.keys) byPath.set(key.path, [...(byPath.get(key.path) ?? []), key]);
  return [...byPath.entries()].sort(([a], [b]) => inTree(a, b)).map(([path, keys]) => line(path, keys, shape.bodies));
}

/** A list sorted by text would put 'order_id' between 'order' and 'order.id'. */
function inTree(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  for (let part = 0; part < Math.min(left.length, right.length); part++) {
    const [one, other] = [left[part] ?? '', right[part] ?? ''];
    if (one !== other) return one < other ? -1 : 1;
  }
  return left.length - right.length;
}

function line(path: string, keys: Key[], bodies: number): BodyLine {
  const parts = path.split('.');
  const seen = keys.reduce((sum, key) => sum + key.bodies, 0);
  return {
    path,
    name: parts.at(-1) ?? path,
    depth: parts.length - 1,
    types: [...keys].sort((a, b) => b.bodies - a.bodies).map((key) => key.type),
    presence: bodies === 0 ? 0 : Math.min(1, seen / bodies),
  };
}
