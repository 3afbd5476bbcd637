import { useEffect, useRef } from 'react';

const SEQUENCE_MS = 1200;

/** Begins sequences only. The letter after it means nothing by itself, whoever listens: 'g e' goes to a place and confirms nothing. */
const PREFIX = 'g';

/** Runs what a key, or two keys one after the other ('g a'), is bound to. Typing in a field is left alone, and so is every chord with Ctrl, Alt or Meta. */
export function useKeys(bindings: Record<string, () => void>): void {
  const current = useRef(bindings);
  useEffect(() => {
    current.current = bindings;
  });
  useEffect(() => {
    let first = { key: '', at: 0 };
    const onKey = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]') || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      // An editor may live in a shadow tree, of which the event's target shows the outside only.
      const target = event.composedPath()[0] ?? event.target;
      if (isField(target)) {
        if (event.key === 'Escape') (target as HTMLElement).blur();
        return;
      }
      const follows = event.timeStamp - first.at < SEQUENCE_MS && first.key === PREFIX;
      first = { key: event.key, at: event.timeStamp };
      const run = current.current[follows ? `${PREFIX} ${event.key}` : event.key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function isField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement && target.type === 'checkbox') return false;
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}
