import type { ActorDetail } from '@/shared/api/types';
import { to } from '@/shared/format/links';

/** So many actors have room beside one another. */
export const COMPARED_MAX = 4;

/** Lists of an actor end here; what is not on a full list may still have happened, less often than the last that is. */
const LISTED_MAX = 20;

/** What an actor touched is listed by type, whose it is and how it knew it, of which there are eight ways. */
const TOUCHED_MAX = 60;
const WAYS = 8;

const DAY_MS = 86_400_000;

/** What one actor has of a thing: how many calls, or at most how many if its list ended before. */
export interface Cell {
  calls: number;
  /** Not on its list, which is full: so many calls or fewer. */
  atMost?: number;
  link: string;
}

/** One thing, and each actor's part in it, in the order of the actors. */
export interface Line {
  key: string;
  text: string;
  cells: Cell[];
  /** The place of the only actor that has it, where there is just one. */
  only: number | null;
}

interface Counted {
  key: string;
  text: string;
  calls: number;
}

/** What an actor's list holds, and how many calls of anything else there may be at most; nothing if the list is whole. */
interface Listed {
  list: readonly Counted[];
  rest?: number | undefined;
}

/** What the lists of all actors hold, that of which an actor does the largest share first. */
function linesOf(actors: readonly ActorDetail[], listOf: (actor: ActorDetail) => Listed, link: (actor: ActorDetail, key: string) => string): Line[] {
  const lists = actors.map((actor) => ({ actor, ...listOf(actor) }));
  const texts = new Map(lists.flatMap(({ list }) => list.map(({ key, text }) => [key, text] as const)));
  const lines = [...texts].map(([key, text]) => {
    const cells = lists.map(({ actor, list, rest }) => cellOf(list, rest, key, link(actor, key)));
    return { key, text, cells, only: onlyOne(cells) };
  });
  const share = (line: Line) => Math.max(...line.cells.map((cell, place) => cell.calls / Math.max(1, actors[place]?.calls ?? 0)));
  return lines.sort((one, other) => share(other) - share(one));
}

function cellOf(list: readonly Counted[], rest: number | undefined, key: string, link: string): Cell {
  const calls = list.find((one) => one.key === key)?.calls ?? 0;
  return calls === 0 && rest !== undefined ? { calls, atMost: rest, link } : { calls, link };
}

/** A list of which the server gives the most called. */
const most = (list: readonly Counted[]): Listed => ({ list, rest: list.length >= LISTED_MAX ? list.at(-1)?.calls : undefined });

function onlyOne(cells: readonly Cell[]): number | null {
  const those = cells.flatMap((cell, place) => (cell.calls > 0 || cell.atMost !== undefined ? [place] : []));
  return cells.length > 1 && those.length === 1 ? (those[0] ?? null) : null;
}

export const endpointsOf = (actors: readonly ActorDetail[]) =>
  linesOf(
    actors,
    (actor) => most(actor.top_endpoints.map(({ id, endpoint, calls }) => ({ key: id, text: endpoint, calls }))),
    (actor, endpoint) => to.calls({ actor: actor.actor, endpoint }),
  );

/** Types of entities and whose they are: 'invoice, other'. */
export function entitiesOf(actors: readonly ActorDetail[]): Line[] {
  const sums = (actor: ActorDetail) => {
    const found = new Map<string, number>();
    for (const { type, whose, calls } of actor.entities) found.set(`${type}, ${whose}`, (found.get(`${type}, ${whose}`) ?? 0) + calls);
    const last = actor.entities.length >= TOUCHED_MAX ? actor.entities.at(-1) : undefined;
    return { list: [...found].map(([key, calls]) => ({ key, text: key, calls })), rest: last && last.calls * WAYS };
  };
  return linesOf(actors, sums, (actor) => `${to.actor(actor.actor)}#entities`);
}

/** Countries, networks or devices. */
export function valuesOf(actors: readonly ActorDetail[], part: 'countries' | 'networks' | 'devices', filter: 'country' | 'asn' | 'device', text: (value: string) => string = (value) => value): Line[] {
  return linesOf(
    actors,
    (actor) => most(actor[part].map(({ value, calls }) => ({ key: value, text: text(value), calls }))),
    (actor, value) => to.calls({ actor: actor.actor, [filter]: value }),
  );
}

/** Calls of each day from the first to the last day of any of them, so that pictures stand on one axis. */
export function daysOf(actors: readonly ActorDetail[]): { first: string; last: string; counts: number[][] } | null {
  const days = actors.flatMap((actor) => actor.calls_per_day.map(({ day }) => day)).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const length = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  const counts = actors.map((actor) => {
    const byDay = new Map(actor.calls_per_day.map(({ day, calls }) => [day, calls]));
    return Array.from({ length }, (_, place) => byDay.get(new Date(Date.parse(first) + place * DAY_MS).toISOString().slice(0, 10)) ?? 0);
  });
  return { first, last, counts };
}

/** Calls by the hour of the viewer's day, in the seven days up to the actor's last call. */
export function hoursOfDay(actor: ActorDetail): number[] {
  const counts = Array.from({ length: 24 }, () => 0);
  for (const { time, calls } of actor.calls_per_hour) {
    const hour = new Date(time).getHours();
    counts[hour] = (counts[hour] ?? 0) + calls;
  }
  return counts;
}
