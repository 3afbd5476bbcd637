import type { RetentionLimits } from '@/shared/api/types';
import { bytes, counted } from '@/shared/format/number';

const GB = 1_000_000_000;

/** 'Everything, for ever', 'The last 90 days', 'The last 90 days, at most 200.0 GB'. */
export function limitsText({ keep_days, keep_bytes }: RetentionLimits): string {
  const parts = [keep_days != null && `The last ${keep_days === 1 ? 'day' : counted(keep_days, 'day')}`, keep_bytes != null && `at most ${bytes(keep_bytes)}`].filter((part) => part !== false);
  return parts.length === 0 ? 'Everything, for ever' : parts.join(', ').replace(/^at/, 'At');
}

/** What two fields say, empty ones nothing; null if one says no number. */
export function limitsOf(days: string, gigabytes: string): RetentionLimits | null {
  const [keepDays, keepGigabytes] = [days.trim(), gigabytes.trim()].map((text) => (text === '' ? null : Number(text)));
  const good = (value: number | null | undefined) => value === null || (value !== undefined && Number.isFinite(value) && value > 0);
  if (!good(keepDays) || !good(keepGigabytes) || (keepDays != null && !Number.isInteger(keepDays))) return null;
  return { keep_days: keepDays ?? null, keep_bytes: keepGigabytes == null ? null : Math.round(keepGigabytes * GB) };
}

/** Bytes as the field of gigabytes has them. */
export const gigabytesOf = (value: number | null | undefined) => (value == null ? '' : String(value / GB));
