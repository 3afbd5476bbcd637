import { sessionQuery } from '@/shared/api/getSession';
import { PERSON_ROLES, type User } from '@/shared/api/types';
import { Answer } from '@/shared/ui/Answer';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';
import { useQuery } from '@tanstack/react-query';
import { AddUser } from './AddUser';
import { SettingsTabs } from './SettingsTabs';
import { useChangeUsers } from './changeUsers';
import { listedRole } from './roles';
import { usersQuery } from './listUsers';
import './settings.css';

export function UsersPage() {
  const users = useQuery(usersQuery);
  const required = useQuery(sessionQuery).data?.required ?? true;
  return (
    <>
      <SettingsTabs />
      {!required && (
        <p className="note">
          Nobody has to sign in: whoever reaches this server sees and changes everything. That is fine on your own machine. Add the first administrator to ask everybody to sign in from then on.
        </p>
      )}
      <Answer query={users}>{(found) => <Users users={found.items} />}</Answer>
      <Panel title={required ? 'Let somebody in' : 'Add the first administrator'}>
        <AddUser first={!required} />
      </Panel>
    </>
  );
}

function Users({ users }: { users: readonly User[] }) {
  const change = useChangeUsers();
  const me = useQuery(sessionQuery).data?.user?.name;
  if (users.length === 0) return <Empty tight title="No users yet">Add the first one below.</Empty>;
  const columns: readonly Column<User>[] = [
    { name: 'Name', wide: true, cell: (user) => <strong>{user.name}</strong> },
    {
      name: 'Role',
      cell: (user) => (
        <select className="field" aria-label={`Role of ${user.name}`} value={user.role} disabled={change.isPending || user.name === me} onChange={(event) => change.mutate({ change: user.name, to: { role: listedRole(event.target.value) } })}>
          {PERSON_ROLES.map((role) => (
            <option key={role}>{role}</option>
          ))}
        </select>
      ),
    },
    { name: 'Signs in with', cell: (user) => user.signs_in_with },
    { name: 'Last signed in', cell: (user) => <Time at={user.last_seen} show="relative" /> },
    { name: 'Sessions', right: true, cell: (user) => user.sessions ?? 0 },
    {
      name: 'Access',
      cell: (user) =>
        user.name === me ? (
          <span className="faint">you</span>
        ) : (
          <span className="row">
            <button className="button small" onClick={() => change.mutate({ change: user.name, to: { active: !user.active } })} aria-label={`${user.active ? 'Close' : 'Open'} the account of ${user.name}`}>
              {user.active ? 'Close' : 'Open again'}
            </button>
            <button className="button small" onClick={() => change.mutate({ remove: user.name })} aria-label={`Remove ${user.name}`}>
              Remove
            </button>
          </span>
        ),
    },
  ];
  return (
    <div className="panel">
      <Table label="Users" columns={columns} rows={users} rowKey={(user) => user.name} />
      {change.error && (
        <p role="alert" className="note-bad">
          {change.error.message}
        </p>
      )}
    </div>
  );
}
