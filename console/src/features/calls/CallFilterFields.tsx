import { entityParts } from '@/shared/format/links';
import { useFilters } from '@/shared/keys/useFilters';
import { FilterChip } from '@/shared/parts/FilterChip';
import { useState } from 'react';

const OTHERS = ['status', 'country', 'asn', 'device', 'client_ip', 'call_id'] as const;

interface Props {
  actorName: string | undefined;
  endpointText: string | undefined;
}

/** What is filtered by as chips that can be taken away, and one field that adds: 'actor:ID', 'order:1001', 'status:403'. */
export function CallFilterFields({ actorName, endpointText }: Props) {
  const filters = useFilters();
  const [text, setText] = useState('');
  const entity = filters.one('entity_type');
  const add = () => {
    const parts = entityParts(text.trim());
    if (!parts) return;
    const plain = ['actor', 'endpoint', ...OTHERS].includes(parts.type);
    filters.set(plain ? { [parts.type]: parts.id } : { entity_type: parts.type, entity_id: parts.id });
    setText('');
  };
  return (
    <>
      <form
        className="search wide"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <input className="field" data-search aria-label="Add a filter" placeholder="Add a filter: order:1001, status:403 …" value={text} spellCheck={false} onChange={(event) => setText(event.target.value)} />
        <kbd aria-hidden="true">/</kbd>
      </form>
      <FilterChip name="actor" value={filters.one('actor')} text={actorName} />
      <FilterChip name="endpoint" value={filters.one('endpoint')} text={endpointText} />
      {entity !== undefined && <FilterChip name={entity} value={filters.one('entity_id') ?? ''} remove={['entity_type', 'entity_id']} />}
      {OTHERS.map((name) => (
        <FilterChip key={name} name={name} value={filters.one(name)} />
      ))}
    </>
  );
}
