import { SIDES } from '@/shared/api/types';
import { present } from '@/shared/format/present';
import type { useFilters } from '@/shared/keys/useFilters';
import type { CellFilters } from '@/shared/api/listMatrix';

/** What the address says about who, what and whose. */
export function asked(filters: ReturnType<typeof useFilters>): CellFilters {
  const whose = filters.manyOf('whose', SIDES);
  return present({ actor: filters.one('actor'), endpoint: filters.one('endpoint'), type: filters.one('type'), whose: whose.length === 0 ? undefined : whose });
}
