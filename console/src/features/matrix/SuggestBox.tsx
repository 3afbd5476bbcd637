import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import type { Suggestion, actorSuggestions } from './suggest';

const PAUSE_MS = 250;

interface Props {
  placeholder: string;
  /** What matches a text. */
  ask: (text: string) => ReturnType<typeof actorSuggestions>;
  onPick: (found: Suggestion) => void;
  search?: boolean;
}

/** A field that proposes what matches; what is chosen becomes the filter, and the field is empty again. */
export function SuggestBox({ placeholder, ask, onPick, search = false }: Props) {
  const list = useId();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const options = useQuery({ ...ask(asked), enabled: asked !== '' }).data ?? [];
  const pick = (found: Suggestion | undefined) => {
    if (!found) return;
    setText('');
    onPick(found);
  };
  const change = (typed: string) => {
    setText(typed);
    pick(options.find((option) => option.text === typed));
  };
  return (
    <form
      className="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (asked === text.trim()) pick(options[0]);
      }}
    >
      <input className="field" type="text" aria-label={placeholder} placeholder={placeholder} list={list} value={text} maxLength={200} spellCheck={false} autoComplete="off" onChange={(event) => change(event.target.value)} {...(search && { 'data-search': true })} />
      <datalist id={list}>
        {options.map((option) => (
          <option key={option.id} value={option.text} />
        ))}
      </datalist>
    </form>
  );
}
