import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** What an event makes worth asking again. Only what is on screen is asked. */
const STALE: Record<string, readonly string[]> = { alerts: ['alerts', 'alert', 'home', 'overview'], progress: ['overview', 'coverage'] };

/** Progress comes every second while calls come in; the figures need not. */
const AT_MOST_EVERY_MS = 5_000;

/** Keeps what is on screen up to date for as long as it is there. */
export function useEvents(): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (typeof EventSource === 'undefined') return undefined;
    const stream = new EventSource('/api/v1/events');
    const waiting = new Map<string, ReturnType<typeof setTimeout>>();
    for (const [name, keys] of Object.entries(STALE)) {
      stream.addEventListener(name, () => {
        if (waiting.has(name)) return;
        const refresh = () => {
          waiting.delete(name);
          for (const key of keys) void queries.invalidateQueries({ queryKey: [key] });
        };
        waiting.set(name, setTimeout(refresh, name === 'alerts' ? 0 : AT_MOST_EVERY_MS));
      });
    }
    return () => {
      stream.close();
      waiting.forEach(clearTimeout);
    };
  }, [queries]);
}
