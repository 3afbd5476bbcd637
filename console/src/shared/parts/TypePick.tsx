import { useFilters } from '@/shared/keys/useFilters';

/** The filter by type. A type that the URL names and nobody knows stays in the list, so that it can be seen and taken away. */
export function TypePick({ types }: { types: readonly string[] }) {
  const filters = useFilters();
  const type = filters.one('type');
  return (
    <select className="field" aria-label="Type" value={type ?? ''} onChange={(event) => filters.set({ type: event.target.value || undefined })}>
      <option value="">Any type</option>
      {[...new Set([...types, ...(type ? [type] : [])])].map((word) => (
        <option key={word} value={word}>
          {word}
        </option>
      ))}
    </select>
  );
}
