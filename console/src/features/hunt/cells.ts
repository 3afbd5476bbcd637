import type { QueryAnswer, QueryColumn } from '@/shared/api/types';
import { to, windowOf } from '@/shared/format/links';
import { precise } from '@/shared/format/time';

export type Row = QueryAnswer['rows'][number];

export interface Piece {
  text: string;
  /** Where it leads. */
  href: string | null;
}

const LISTED_MAX = 3;

/** What a cell shows and where it leads; several pieces for lists of things that have pages. */
export function piecesOf(column: QueryColumn, row: Row, place: number): Piece[] {
  const value = row[place];
  if (value === null || value === undefined) return [];
  if (Array.isArray(value) && LISTS[column.means ?? '']) return listed(column, value);
  return [{ text: textOf(value, column), href: hrefOf(column, row, value) }];
}

/** A value as text, as it is copied. */
export function textOf(value: unknown, column?: QueryColumn): string {
  if (value === null || value === undefined) return '';
  if (column?.means === 'actor_reference' && isRecord(value)) return String(value['name'] ?? value['id']);
  if (column?.means === 'time' && typeof value === 'string' && !Number.isNaN(Date.parse(value))) return `${precise(value)}`;
  if (typeof value === 'number' && column?.form === 'number' && !NAMES.has(column.means ?? '')) return grouped(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Numbers that name something, which no comma should part. */
const NAMES = new Set(['status', 'network']);
const decimals = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });

function grouped(value: number): string {
  return decimals.format(value);
}

const LISTS: Record<string, (item: unknown) => Piece> = {
  entities: (item) => {
    const { type, id } = isRecord(item) ? item : {};
    return { text: `${String(type)} ${String(id)}`, href: to.entity(String(type), String(id)) };
  },
  calls: (item) => ({ text: String(item), href: to.calls({ call_id: String(item) }) }),
  scenarios: (item) => ({ text: String(item), href: to.scenario(String(item)) }),
};

function listed(column: QueryColumn, value: unknown[]): Piece[] {
  const piece = LISTS[column.means ?? ''];
  if (!piece) return [];
  const others = value.length - LISTED_MAX;
  return [...value.slice(0, LISTED_MAX).map(piece), ...(others > 0 ? [{ text: `+${others}`, href: null }] : [])];
}

function hrefOf(column: QueryColumn, row: Row, value: unknown): string | null {
  const text = String(value);
  const beside = column.beside === null ? null : row[column.beside];
  switch (column.means) {
    case 'actor': return to.actor(text);
    case 'actor_reference': return isRecord(value) ? to.actor(String(value['id'])) : null;
    case 'address': return to.calls({ client_ip: text });
    case 'alert': return to.alert(text);
    case 'call': return to.calls({ call_id: text });
    case 'country': return to.calls({ country: text });
    case 'device': return to.calls({ device: text });
    case 'endpoint': return column.beside === null ? to.endpoints(text.replace(/^\S+ /, '')) : to.endpoint(endpointId(text, beside));
    case 'entity': return beside === null || beside === undefined ? null : to.entity(String(beside), text);
    case 'entity_type': return to.entityType(text);
    case 'network': return to.calls({ asn: `AS${text}` });
    case 'scenario': return to.scenario(text);
    case 'status': return to.calls({ status: text });
    case 'time': return Number.isNaN(Date.parse(text)) ? null : to.calls(windowOf(text, minutesOf(text)));
    default: return null;
  }
}

/** A time at midnight most likely means a day, one at a whole hour that hour. */
function minutesOf(time: string): number {
  if (/T00:00:00(?:\.0+)?Z$/.test(time)) return 1440;
  return /:00:00(?:\.0+)?Z$/.test(time) ? 60 : 1;
}

/** As the server makes it of name and host. */
export function endpointId(endpoint: string, host: unknown): string {
  const bytes = new TextEncoder().encode(host === null || host === undefined ? endpoint : `${endpoint}\n${String(host)}`);
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
