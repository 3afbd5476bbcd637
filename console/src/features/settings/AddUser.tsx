import { PERSON_ROLES } from '@/shared/api/types';
import { useState } from 'react';
import { useChangeUsers } from './changeUsers';
import { ROLE_MEANING, listedRole } from './roles';

const PASSWORD_MIN = 12;

/** @param first whether there is no user yet, so that this one must be an administrator */
export function AddUser({ first }: { first: boolean }) {
  const [name, setName] = useState('');
  const [role, setRole] = useState(listedRole('viewer'));
  const [password, setPassword] = useState('');
  const change = useChangeUsers();
  const asked = first ? 'admin' : role;
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(
          { add: { name, role: asked, ...(password !== '' && { password }) } },
          {
            onSuccess: () => {
              setName('');
              setPassword('');
            },
          },
        );
      }}
    >
      <label>
        Name
        <input className="field" required maxLength={100} value={name} autoComplete="off" spellCheck={false} onChange={(event) => setName(event.target.value.trim())} />
      </label>
      <label>
        Role
        <select className="field" value={asked} disabled={first} onChange={(event) => setRole(listedRole(event.target.value))}>
          {PERSON_ROLES.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <label>
        Password, {PASSWORD_MIN} characters or more
        <input className="field" type="password" required={first} minLength={PASSWORD_MIN} maxLength={200} value={password} autoComplete="new-password" onChange={(event) => setPassword(event.target.value)} />
      </label>
      <button className="button main" disabled={change.isPending}>
        Add
      </button>
      <p className="small faint full">
        {asked}: {ROLE_MEANING[asked]}. {!first && 'Without a password, the identity provider must vouch for the user.'}
      </p>
      {change.error && (
        <p role="alert" className="note-bad full">
          {change.error.message}
        </p>
      )}
    </form>
  );
}
