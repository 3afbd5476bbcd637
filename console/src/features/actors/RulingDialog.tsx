import type { ActorDetail } from '@/shared/api/types';
import { label } from '@/shared/format/words';
import { Dialog } from '@/shared/ui/Dialog';
import { useState } from 'react';
import { ActorField } from './ActorField';
import { useAddIdentityCorrection } from './addIdentityCorrection';
import { type Asked, DOES, FACET_TYPES, type Plan, TITLES, consequence, said } from './ruling';

interface Props {
  actor: ActorDetail;
  plan: Plan;
  onClose: () => void;
}

/** Asks whether a correction of identity is meant, and says what it will do. */
export function RulingDialog({ actor, plan, onClose }: Props) {
  const [asked, setAsked] = useState<Asked>({ name: actor.name, other: '', type: 'api_key', value: '' });
  const add = useAddIdentityCorrection();
  const set = (more: Partial<Asked>) => setAsked({ ...asked, ...more });
  return (
    <Dialog title={TITLES[plan.kind]} does={DOES[plan.kind]} busy={add.isPending} error={add.error} onClose={onClose} onSubmit={() => add.mutate(said(plan, actor, asked), { onSuccess: onClose })}>
      {plan.kind === 'name' && (
        <label>
          Name
          <input className="field" autoFocus required maxLength={200} value={asked.name} onChange={(event) => set({ name: event.target.value })} />
        </label>
      )}
      {(plan.kind === 'join' || plan.kind === 'move') && <ActorField except={actor.actor} value={asked.other} onChange={(other) => set({ other })} />}
      {plan.kind === 'link' && <FacetFields asked={asked} set={set} />}
      {'facet' in plan && (
        <p className="code break">
          {plan.facet.type} {plan.facet.value}
        </p>
      )}
      <p>{consequence(plan, actor, asked)}</p>
      <p className="small faint">It wins over all evidence until it is taken back, which can be done at any time, here or with apian actors undo.</p>
    </Dialog>
  );
}

function FacetFields({ asked, set }: { asked: Asked; set: (more: Partial<Asked>) => void }) {
  return (
    <>
      <label>
        Kind of facet
        <select className="field" value={asked.type} onChange={(event) => set({ type: event.target.value })}>
          {FACET_TYPES.map((type) => (
            <option key={type} value={type}>
              {label(type)}
            </option>
          ))}
        </select>
      </label>
      <label>
        The facet, as the actor that has it shows it
        <input className="field code" autoFocus required maxLength={1000} value={asked.value} spellCheck={false} onChange={(event) => set({ value: event.target.value.trim() })} />
      </label>
    </>
  );
}
