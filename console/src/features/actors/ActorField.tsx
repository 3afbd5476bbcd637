import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId } from 'react';
import { findActorsQuery } from './findActors';

interface Props {
  /** Not offered. */
  except: string;
  value: string;
  onChange: (id: string) => void;
}

/** Asks for another actor by id, and finds it by name. */
export function ActorField({ except, value, onChange }: Props) {
  const list = useId();
  const found = useQuery(findActorsQuery(useDeferredValue(value)));
  const others = (found.data?.items ?? []).filter((one) => one.actor !== except);
  const chosen = others.find((one) => one.actor === value);
  return (
    <label>
      The other actor: type a part of its name, choose its id
      <input className="field code" autoFocus required list={list} pattern="a-[0-9a-z]{13}" title="The id of an actor, a-…" value={value} spellCheck={false} onChange={(event) => onChange(event.target.value.trim())} />
      <datalist id={list}>
        {others.map((one) => (
          <option key={one.actor} value={one.actor}>
            {one.name}
          </option>
        ))}
      </datalist>
      <span>{chosen ? `${chosen.name}, ${chosen.kind}` : ' '}</span>
    </label>
  );
}
