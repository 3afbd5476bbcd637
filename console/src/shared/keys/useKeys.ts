import { useEffect, useRef } from 'react';

const SEQUENCE_MS = 1200;

/** Runs what a key, or two keys one after the other ('g a'), is bound to. Typing in a field is left alone, and so is every chord with Ctrl, Alt or Meta. */
export function useKeys(bindings: Record<string, () => void>): void {
  const current = useRef(bindings);
  useEffect(() => {
    current.current = bindings;
  });
  useEffect(() => {
    let first = { key: '', at: 0 };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      // An editor may live in a shadow tree, of which the event's target shows the outside only.
      const target = event.composedPath()[0] ?? event.target;
      if (isField(target)) {
        if (event.key === 'Escape') (target as HTMLElement).blur();
        return;
      }
      const pair = event.timeStamp - first.at < SEQUENCE_MS ? `${first.key} ${event.key}` : '';
      first = { key: event.key, at: event.timeStamp };
      const run = current.current[pair] ?? current.current[event.key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}
