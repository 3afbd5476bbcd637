import { queryOptions } from '@tanstack/react-query';
import { get } from './server';
import type { Baseline } from './types';

export interface AskedBaseline {
  endpoint: string | undefined;
  scale: Baseline['scale'];
  from: string | undefined;
  to: string | undefined;
}

export const baselineQuery = (actor: string, asked: AskedBaseline) =>
  queryOptions({
    queryKey: ['actor', actor, 'baseline', asked],
    queryFn: ({ signal }) => get('/api/v1/actors/{actor}/baseline', { path: { actor }, query: given(asked), signal }),
  });

function given({ endpoint, scale, from, to }: AskedBaseline) {
  return { scale, ...(endpoint && { endpoint }), ...(from && { from }), ...(to && { to }) };
}
