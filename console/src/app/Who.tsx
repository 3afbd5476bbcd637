import { sessionQuery } from '@/shared/api/getSession';
import { Icon } from '@/shared/ui/Icon';
import { useQuery } from '@tanstack/react-query';
import { useSignOut } from './signOut';

/** Who is signed in, and the way out. Nothing where nobody has to sign in. */
export function Who() {
  const session = useQuery(sessionQuery).data;
  const signOut = useSignOut();
  if (!session?.required || session.user === null) return null;
  return (
    <button onClick={() => signOut.mutate()} title={`Signed in as ${session.user.name}, ${session.user.role}. Sign out`}>
      <Icon name="person" size={17} /> <span>Sign out {session.user.name}</span>
    </button>
  );
}
