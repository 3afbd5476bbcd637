import { sessionQuery } from '@/shared/api/getSession';
import { address } from '@/shared/api/server';
import type { Session } from '@/shared/api/types';
import { Answer } from '@/shared/ui/Answer';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { useSignIn } from './signIn';
import './access.css';

const REFUSED: Record<string, string> = {
  stale: 'Signing in took too long, or began in another browser. Begin again.',
  provider: 'The identity provider did not say who you are. Begin again; if it stays like that, the server’s log tells why.',
  role: 'You are known, but nothing says what you may do here. An administrator of the identity provider can add you to a group.',
  name: 'Your name belongs to another user here. An administrator can tell more.',
  inactive: 'An administrator has closed your account.',
};

/** A path of the console and nothing else: the address may be somebody’s link. */
function ownPath(to: string | null): string {
  return to !== null && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : '/';
}

export function SignInPage() {
  const session = useQuery(sessionQuery);
  return (
    <main className="sign-in" id="main">
      <h1>
        <img src="/favicon.svg" alt="" width="30" height="30" /> Apian
      </h1>
      <Answer query={session} lines={4}>
        {(found) => <Ways session={found} />}
      </Answer>
    </main>
  );
}

function Ways({ session }: { session: Session }) {
  const [search] = useSearchParams();
  const to = ownPath(search.get('to'));
  if (session.user !== null) return <Navigate to={to} replace />;
  const refused = search.get('refused');
  return (
    <div className="panel">
      {refused && (
        <p role="alert" className="note-bad">
          {REFUSED[refused] ?? 'You were not let in.'}
        </p>
      )}
      {session.provider !== null && (
        <>
          <a className="button main" href={address('/api/v1/session/provider', {}, { to })}>
            Sign in with {session.provider}
          </a>
          <p className="or faint small">or with a password</p>
        </>
      )}
      <PasswordForm first={session.provider === null} />
    </div>
  );
}

function PasswordForm({ first }: { first: boolean }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate({ name, password }, { onError: () => setPassword('') });
      }}
    >
      <label>
        Name
        <input className="field" name="name" autoComplete="username" autoFocus={first} required maxLength={100} value={name} spellCheck={false} autoCapitalize="none" onChange={(event) => setName(event.target.value)} />
      </label>
      <label>
        Password
        <input className="field" name="password" type="password" autoComplete="current-password" required maxLength={200} value={password} onChange={(event) => setPassword(event.target.value)} />
      </label>
      {signIn.error && (
        <p role="alert" className="note-bad">
          {signIn.error.message}
        </p>
      )}
      <button className={first ? 'button main' : 'button'} disabled={signIn.isPending}>
        {signIn.isPending ? 'Signing in …' : 'Sign in'}
      </button>
    </form>
  );
}
