export interface Toast {
  id: number;
  text: string;
  /** Takes back what was done. */
  undo?: () => void;
  bad?: boolean;
}

const SHOWN_MS = 8000;
let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  listeners.forEach((listener) => listener());
}

/** Tells for a few seconds what was done. */
export function tell(text: string, more: Pick<Toast, 'undo' | 'bad'> = {}): void {
  const toast = { id: ++last, text, ...more };
  set([...toasts.slice(-2), toast]);
  setTimeout(() => dismiss(toast.id), SHOWN_MS);
}

export function dismiss(id: number): void {
  set(toasts.filter((toast) => toast.id !== id));
}

export const shownToasts = () => toasts;

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
