import { sessionQuery } from '@/shared/api/getSession';
import { Answer } from '@/shared/ui/Answer';
import { Panel } from '@/shared/ui/Panel';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SettingsTabs } from './SettingsTabs';
import { useChangePassword } from './changePassword';
import './settings.css';

export function AccountPage() {
  const session = useQuery(sessionQuery);
  return (
    <>
      <SettingsTabs />
      <Answer query={session}>
        {(found) =>
          found.required ? (
            <>
              <p>
                You are signed in as <strong>{found.user?.name}</strong>, {found.user?.role}.
              </p>
              <Panel title="Change your password" note="ends your sessions in other browsers">
                <PasswordForm />
              </Panel>
            </>
          ) : (
            <p className="note">Nobody has to sign in on this server, so there is no account.</p>
          )
        }
      </Answer>
    </>
  );
}

function PasswordForm() {
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState('');
  const change = useChangePassword();
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(
          { old_password: old, new_password: fresh },
          {
            onSuccess: () => {
              setOld('');
              setFresh('');
            },
          },
        );
      }}
    >
      <label>
        Old password
        <input className="field" type="password" required autoComplete="current-password" value={old} onChange={(event) => setOld(event.target.value)} />
      </label>
      <label>
        New password, 12 characters or more
        <input className="field" type="password" required minLength={12} maxLength={200} autoComplete="new-password" value={fresh} onChange={(event) => setFresh(event.target.value)} />
      </label>
      <button className="button main" disabled={change.isPending}>
        Change
      </button>
      {change.error && (
        <p role="alert" className="note-bad full">
          {change.error.message}
        </p>
      )}
      {change.isSuccess && (
        <p role="status" className="note full">
          Changed.
        </p>
      )}
    </form>
  );
}
