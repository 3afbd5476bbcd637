import { SIDES } from '@/shared/api/types';
import { SIDE_MEANS } from '@/shared/format/provenance';
import { label } from '@/shared/format/words';
import { useFilters } from '@/shared/keys/useFilters';
import { FilterChip } from '@/shared/parts/FilterChip';
import { TypePick } from '@/shared/parts/TypePick';
import { Choices } from '@/shared/ui/Choices';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { SuggestBox } from './SuggestBox';
import { actorSuggestions, endpointSuggestions, typeNames } from './suggest';

interface Props {
  /** The names of what is filtered by, as far as the rows tell. */
  actorName: string | undefined;
  endpointName: string | undefined;
  children?: ReactNode;
}

/** Who, what, which type and whose: the filters that the matrix and its changes share. */
export function MatrixFilterBar({ actorName, endpointName, children }: Props) {
  const filters = useFilters();
  const types = useQuery(typeNames).data ?? [];
  const whose = filters.manyOf('whose', SIDES);
  const [actor, endpoint] = [filters.one('actor'), filters.one('endpoint')];
  return (
    <div className="filters matrix-filters">
      {children}
      {actor === undefined ? <SuggestBox placeholder="Any actor" ask={actorSuggestions} onPick={(found) => filters.set({ actor: found.id })} search /> : <FilterChip name="actor" value={actor} text={actorName} />}
      {endpoint === undefined ? <SuggestBox placeholder="Any endpoint" ask={endpointSuggestions} onPick={(found) => filters.set({ endpoint: found.id })} /> : <FilterChip name="endpoint" value={endpoint} text={endpointName} />}
      <TypePick types={types} />
      <Choices
        label="Whose things"
        options={[{ value: undefined, text: 'Anybody’s', hint: 'Whosever the things are' }, ...SIDES.map((side) => ({ value: side, text: label(side), hint: SIDE_MEANS[side] }))]}
        chosen={whose.length === 0 ? [undefined] : whose}
        onChoose={(side) => filters.set({ whose: side === undefined ? undefined : whose.includes(side) ? whose.filter((one) => one !== side) : [...whose, side] })}
      />
      {filters.any && (
        <button className="button plain" onClick={filters.clear}>
          Clear
        </button>
      )}
    </div>
  );
}
