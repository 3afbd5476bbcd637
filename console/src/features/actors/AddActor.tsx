import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { findActorsQuery } from './findActors';

interface Props {
  except: readonly string[];
  onAdd: (id: string) => void;
}

/** Finds an actor by a part of its name or id, and takes it with one click. */
export function AddActor({ except, onAdd }: Props) {
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const found = useQuery({ ...findActorsQuery(asked), enabled: asked !== '' });
  const others = asked === '' ? [] : (found.data?.items ?? []).filter(({ actor }) => !except.includes(actor));
  return (
    <div className="add-actor">
      <input className="field" data-search aria-label="Add an actor" placeholder="Add an actor by name or id" value={text} maxLength={200} spellCheck={false} onChange={(event) => setText(event.target.value)} />
      {asked !== '' && (
        <ul aria-label="Actors found">
          {others.map(({ actor, name, kind }) => (
            <li key={actor}>
              <button
                type="button"
                className="button"
                onClick={() => {
                  onAdd(actor);
                  setText('');
                }}
              >
                + {name} <span className="faint">{kind}</span>
              </button>
            </li>
          ))}
          {others.length === 0 && !found.isFetching && <li className="small faint">Nobody else has this in name or id.</li>}
        </ul>
      )}
    </div>
  );
}
