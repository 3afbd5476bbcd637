import type { EndpointDetail } from '@/shared/api/types';
import { Dialog } from '@/shared/ui/Dialog';
import { useState } from 'react';
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
  const asksName = firstName(plan, endpoint);
  const [name, setName] = useState(asksName ?? '');
  const add = useAddCorrection();
  const unchanged = plan.kind === 'rename' && name === asksName;
  return (
    <Dialog title={TITLES[plan.kind]} does={DOES[plan.kind]} busy={add.isPending || unchanged} error={add.error} onClose={onClose} onSubmit={() => add.mutate(said(plan, endpoint, name), { onSuccess: onClose })}>
      {asksName !== undefined && (
        <label>
          Name of the variable part
          <input className="field code" autoFocus required pattern={NAME} title="Letters, digits, _ and -, a letter or _ first" maxLength={64} value={name} spellCheck={false} onChange={(event) => setName(event.target.value.trim())} />
        </label>
      )}
      <p>{consequence(plan, endpoint, name)}</p>
      <p className="small faint">It wins over what is learned until it is taken back, which can be done at any time, here or under corrections.</p>
    </Dialog>
  );
}
