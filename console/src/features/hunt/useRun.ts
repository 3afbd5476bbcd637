import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { runQuery } from './runQuery';

/** Runs a statement as soon as there is one, again when asked to, and not a second time for the same question. */
export function useRun(sql: string) {
  const client = useQueryClient();
  const [attempt, setAttempt] = useState(0);
  const asked = runQuery(sql, attempt);
  const run = useQuery(asked);
  return {
    run,
    again: () => setAttempt((before) => before + 1),
    cancel: () => void client.cancelQueries({ queryKey: asked.queryKey }),
  };
}
