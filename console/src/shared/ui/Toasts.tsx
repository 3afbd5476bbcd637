import { useSyncExternalStore } from 'react';
import { dismiss, shownToasts, subscribe } from './toasts';

/** What was just done, each with a way to take it back. */
export function Toasts() {
  const toasts = useSyncExternalStore(subscribe, shownToasts);
  return (
    <div className="toasts" aria-live="polite">
      {toasts.map((toast) => (
        <div key={toast.id} className={toast.bad ? 'toast bad' : 'toast'}>
          <span>{toast.text}</span>
          {toast.undo && (
            <button
              onClick={() => {
                toast.undo?.();
                dismiss(toast.id);
              }}
            >
              Undo
            </button>
          )}
          <button aria-label="Close" onClick={() => dismiss(toast.id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
