import type { SourceStatus } from '@/shared/api/types';

export type SourceState = 'live' | 'quiet' | 'misread';

/** Batches of collectors come every few seconds, of log shippers every minute or two. */
const QUIET_AFTER_MS = 5 * 60_000;

/** Live brings calls; quiet has brought nothing for five minutes; misread brings records of which none could be read. */
export function stateOf(source: SourceStatus, now: number): SourceState {
  if (now - Date.parse(source.last) > QUIET_AFTER_MS) return 'quiet';
  return source.refused > 0 && source.calls_per_minute.every((calls) => calls === 0) ? 'misread' : 'live';
}
