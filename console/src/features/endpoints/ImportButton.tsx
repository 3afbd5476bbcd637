import { useRef } from 'react';

interface Props {
  main?: boolean;
  busy: boolean;
  onFiles: (files: readonly File[]) => void;
}

/** Chooses OpenAPI documents; the same files can be chosen again after they were changed. */
export function ImportButton({ main = false, busy, onFiles }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        className="hidden"
        type="file"
        tabIndex={-1}
        multiple
        accept=".json,.yaml,.yml"
        aria-label="OpenAPI documents"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <button type="button" className={main ? 'button main' : 'button small'} disabled={busy} onClick={() => input.current?.click()}>
        {busy ? 'Importing …' : 'Import a document'}
      </button>
    </>
  );
}
