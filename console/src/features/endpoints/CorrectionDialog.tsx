import type { EndpointDetail } from '@/shared/api/types';
import { useEffect, useRef, useState } from 'react';
import { useAddCorrection } from './addCorrection';
import { DOES, type Plan, TITLES, consequence, firstName, said } from './plan';

export type { Plan } from './plan';

const NAME = '[A-Za-z_][A-Za-z0-9_\\-]{0,63}';

interface Props {
  endpoint: EndpointDetail;
  plan: Plan;
  onClose: () => void;
}

/** Asks whether a correction is meant, and says what it will do. */
export function CorrectionDialog({ endpoint, plan, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const asksName = firstName(plan, endpoint);
  const [name, setName] = useState(asksName ?? '');
  const add = useAddCorrection();
  useEffect(() => dialog.current?.showModal?.(), []);
  const unchanged = plan.kind === 'rename' && name === asksName;
  return (
    <dialog ref={dialog} className="dialog" aria-label={TITLES[plan.kind]} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(said(plan, endpoint, name), { onSuccess: onClose });
        }}
      >
        <h2>{TITLES[plan.kind]}</h2>
        {asksName !== undefined && (
          <label>
            Name of the variable part
            <input className="field code" autoFocus required pattern={NAME} title="Letters, digits, _ and -, a letter or _ first" maxLength={64} value={name} spellCheck={false} onChange={(event) => setName(event.target.value.trim())} />
          </label>
        )}
        <p>{consequence(plan, endpoint, name)}</p>
        <p className="small faint">It wins over what is learned until it is taken back, which can be done at any time, here or under corrections.</p>
        {add.error && (
          <p role="alert" className="note-bad">
            Not kept: {add.error.message}
          </p>
        )}
        <div className="row">
          <button className="button main" disabled={add.isPending || unchanged}>
            {DOES[plan.kind]}
          </button>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
}
