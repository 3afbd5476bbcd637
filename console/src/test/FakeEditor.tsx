import type { Props } from '@/features/hunt/editor';

/** Stands where the editor does: a plain field that says what the editor would mark. */
export default function FakeEditor({ value, onChange, onRun, mark }: Props) {
  return (
    <>
      <textarea
        aria-label="SQL"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && onRun()}
      />
      {mark && <output>{`marked: ${value.slice(mark.from, mark.from + mark.length)}`}</output>}
    </>
  );
}
