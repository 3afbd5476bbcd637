import { NETWORK_KINDS, type NetworkKind } from '@/shared/api/types';
import { KIND_MEANING } from '@/shared/format/networks';
import { useState } from 'react';
import { useSetNetworks } from './setNetworks';

const NAME_CHARS_MAX = 80;

export function AddNetwork() {
  const [network, setNetwork] = useState('');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<NetworkKind>('egress');
  const set = useSetNetworks();
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        set.mutate((present) => [{ network, name, kind }, ...present], {
          onSuccess: () => {
            setNetwork('');
            setName('');
          },
        });
      }}
    >
      <label>
        Network or address
        <input className="field code" required placeholder="203.0.113.0/24" value={network} autoComplete="off" spellCheck={false} onChange={(event) => setNetwork(event.target.value.trim())} />
      </label>
      <label>
        Kind
        <select className="field" value={kind} onChange={(event) => setKind(NETWORK_KINDS.find((one) => one === event.target.value) ?? 'egress')}>
          {NETWORK_KINDS.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <label>
        Name
        <input className="field" required maxLength={NAME_CHARS_MAX} placeholder="Office Berlin" value={name} autoComplete="off" onChange={(event) => setName(event.target.value)} />
      </label>
      <button className="button main" disabled={set.isPending}>
        Add
      </button>
      <p className="small faint full">
        {kind}: {KIND_MEANING[kind]}.
      </p>
      {set.error && (
        <p role="alert" className="note-bad full pre">
          {set.error.message.replace(/^items\[\d+\]: /gm, '')}
        </p>
      )}
    </form>
  );
}
