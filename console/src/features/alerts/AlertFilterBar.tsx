import { SEVERITIES, STATUSES } from '@/shared/api/types';
import { scenariosQuery } from '@/shared/api/listScenarios';
import { label } from '@/shared/format/words';
import { useFilters } from '@/shared/keys/useFilters';
import { Choices } from '@/shared/ui/Choices';
import { Period } from '@/shared/ui/Period';
import { SearchBox } from '@/shared/ui/SearchBox';
import { useQuery } from '@tanstack/react-query';

export function AlertFilterBar() {
  const filters = useFilters();
  const cards = useQuery(scenariosQuery).data?.items ?? [];
  const toggle = <T extends string>(name: string, chosen: readonly T[], value: T) => filters.set({ [name]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] });
  const statuses = filters.manyOf('status', STATUSES);
  const severities = filters.manyOf('severity', SEVERITIES);
  const scenario = filters.one('scenario');
  const known = scenario === undefined || cards.some((card) => card.id === scenario);
  return (
    <div className="filters">
      <SearchBox value={filters.one('q')} placeholder="Search titles, actors, ids" onSearch={(q) => filters.set({ q })} />
      <Choices
        label="Severity"
        options={SEVERITIES.map((value) => ({ value, text: label(value) }))}
        chosen={severities}
        onChoose={(value) => toggle('severity', severities, value)}
      />
      <Choices
        label="Status"
        options={STATUSES.map((value) => ({ value, text: label(value) }))}
        chosen={statuses}
        onChoose={(value) => toggle('status', statuses, value)}
      />
      <select className="field" aria-label="Detection" value={scenario ?? ''} onChange={(event) => filters.set({ scenario: event.target.value || undefined })}>
        <option value="">Any detection</option>
        {!known && <option value={scenario}>{scenario}</option>}
        {cards.map((card) => (
          <option key={card.id} value={card.id}>
            {card.title}
          </option>
        ))}
      </select>
      <Period />
      {filters.one('actor') && (
        <span className="chip">
          actor <b className="clip">{filters.one('actor')}</b>
          <button aria-label="Remove the actor filter" onClick={() => filters.set({ actor: undefined })}>
            ×
          </button>
        </span>
      )}
      {filters.any && (
        <button className="button plain" onClick={filters.clear}>
          Clear
        </button>
      )}
    </div>
  );
}
