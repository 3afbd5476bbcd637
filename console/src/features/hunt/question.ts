import { HOWS, SIDES } from '@/shared/api/types';
import type { useFilters } from '@/shared/keys/useFilters';
import { present } from '@/shared/format/present';
import type { Question } from './buildQuery';

export const MEASURES = ['entities', 'calls', 'endpoints', 'addresses', 'countries', 'errors', 'bytes'] as const;
export const STATUSES = ['2xx', '3xx', '4xx', '5xx'] as const;
export const LEVELS = ['high', 'medium', 'low'] as const;
export const KINDS = ['user', 'service', 'application', 'anonymous'] as const;
export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

const MORE_THAN_MAX = 2_147_483_647;
const DAYS_MAX = 366;

/** The question that the address tells; without any, the one that finds most. */
export function questionOf(filters: ReturnType<typeof useFilters>): Question {
  if (!filters.any) return { measure: 'entities', more_than: 50, days: 7, how: ['unexplained'], status: '2xx' };
  const how = filters.manyOf('how', HOWS);
  const whose = filters.manyOf('whose', SIDES);
  return present({
    measure: filters.oneOf('measure', MEASURES) ?? 'calls',
    more_than: wholeNumber(filters.one('more_than'), 0, MORE_THAN_MAX, 0),
    days: wholeNumber(filters.one('days'), 1, DAYS_MAX, 7),
    entity_type: filters.one('entity_type'),
    how: how.length > 0 ? how : undefined,
    whose: whose.length > 0 ? whose : undefined,
    endpoint: filters.one('endpoint'),
    method: filters.one('method'),
    status: filters.oneOf('status', STATUSES),
    sensitivity: filters.oneOf('sensitivity', LEVELS),
    actor_kind: filters.oneOf('actor_kind', KINDS),
    country: filters.one('country'),
  });
}

/** A question as what the address tells. */
export function told(question: Question): Record<string, string | readonly string[] | undefined> {
  const { more_than = 0, days = 7, ...rest } = question;
  return { ...rest, more_than: String(more_than), days: String(days) };
}

function wholeNumber(text: string | undefined, least: number, most: number, otherwise: number): number {
  const value = Number(text);
  return text !== undefined && Number.isInteger(value) && value >= least && value <= most ? value : otherwise;
}
