import { useEffect, useState } from 'react';

const PAUSE_MS = 250;

interface Props {
  value: string | undefined;
  placeholder: string;
  onSearch: (text: string | undefined) => void;
}

/** Searches when typing pauses, or at once with Enter. The slash key comes here. */
export function SearchBox({ value = '', placeholder, onSearch }: Props) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    setText(value);
  }
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => onSearch(text.trim() || undefined), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);
  return (
    <form
      className="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text.trim() || undefined);
      }}
    >
      <input className="field" type="text" data-search aria-label={placeholder} placeholder={placeholder} value={text} maxLength={200} spellCheck={false} onChange={(event) => setText(event.target.value)} />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}
