import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  title: string;
  does: string;
  busy?: boolean;
  error?: Error | null;
  /** What a failure means: Not kept. */
  failed?: string;
  /** Of the window, if it is not its title. */
  name?: string;
  onClose: () => void;
  onSubmit: () => void;
  children: ReactNode;
}

/** Asks for what a decision needs. Enter does it, Escape leaves. */
export function Dialog({ title, does, busy = false, error, failed = 'Not kept', name = title, onClose, onSubmit, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal?.();
    return () => (before instanceof HTMLElement ? before.focus() : undefined);
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-label={name} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <h2>{title}</h2>
        {children}
        {error && (
          <p role="alert" className="note-bad pre">
            {failed}: {error.message}
          </p>
        )}
        <div className="row">
          <button className="button main" disabled={busy}>
            {does}
          </button>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
}
