import { get } from '@/shared/api/server';
import type { Inventory } from '@/shared/api/types';
import { queryOptions } from '@tanstack/react-query';

export const inventoryQuery = queryOptions({
  queryKey: ['endpoints', 'inventory'],
  queryFn: ({ signal }) => get('/api/v1/inventory', { signal }),
  staleTime: 60_000,
});

export type Facet = Exclude<keyof Inventory, 'endpoints' | 'as_of'>;

/** How many endpoints a word of the inventory stands for. */
export function endpointsOf(inventory: Inventory, facet: Facet, word: string): number {
  return inventory[facet].find((one) => one.word === word)?.endpoints ?? 0;
}
