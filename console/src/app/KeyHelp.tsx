import { useEffect, useRef } from 'react';
import { PLACES } from './places';

const KEYS: readonly [keys: string[], does: string][] = [
  [['j'], 'next row'],
  [['k'], 'previous row'],
  [['Enter'], 'open the row'],
  [['u'], 'up to the list'],
  [['/'], 'search or filter'],
  [['Esc'], 'leave a field, close this'],
  [['?'], 'this help'],
];

const TRIAGE: readonly [keys: string[], does: string][] = [
  [['e'], 'confirm: it is real'],
  [['x'], 'dismiss'],
  [['i'], 'investigating'],
  [['n'], 'note'],
  [['a'], 'assign'],
  [['z'], 'snooze'],
  [['s'], 'suppress alerts like it'],
  [['Space'], 'select the row'],
  [[']'], 'next alert of the queue'],
  [['['], 'previous alert'],
];

export function KeyHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal?.();
    else dialog.current?.close?.();
  }, [open]);
  if (!open) return null;
  return (
    <dialog ref={dialog} className="help" aria-label="Keys" onClose={onClose} onClick={(event) => event.target === dialog.current && onClose()}>
      <div className="help-inside">
        <h2>Keys</h2>
        <dl>
          {KEYS.map(([keys, does]) => (
            <Row key={does} keys={keys} does={does} />
          ))}
        </dl>
        <dl aria-label="Alerts">
          {TRIAGE.map(([keys, does]) => (
            <Row key={does} keys={keys} does={does} />
          ))}
        </dl>
        <dl>
          {PLACES.map((place) => (
            <Row key={place.path} keys={['g', place.key]} does={place.text} />
          ))}
        </dl>
        <button className="button" onClick={onClose}>
          Close
        </button>
      </div>
    </dialog>
  );
}

function Row({ keys, does }: { keys: string[]; does: string }) {
  return (
    <>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{does}</dd>
    </>
  );
}
