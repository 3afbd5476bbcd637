import { useFilters } from '@/shared/keys/useFilters';

/** From and to, in UTC and to the minute, kept in the URL as RFC 3339. */
export function Period() {
  const filters = useFilters();
  const field = (name: 'from' | 'to', text: string) => (
    <label className="inline">
      {text}
      <input
        className="field"
        type="datetime-local"
        aria-label={`${text} (UTC)`}
        value={filters.one(name)?.slice(0, 16) ?? ''}
        onChange={(event) => filters.set({ [name]: event.target.value ? `${event.target.value}:00Z` : undefined })}
      />
    </label>
  );
  return (
    <>
      {field('from', 'from')}
      {field('to', 'to')}
    </>
  );
}
