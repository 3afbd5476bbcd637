import type { Token } from '@/shared/api/types';
import { Answer } from '@/shared/ui/Answer';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SettingsTabs } from './SettingsTabs';
import { useAddToken, useRemoveToken } from './changeTokens';
import { tokensQuery } from './listTokens';
import './settings.css';

const ROLES: readonly { role: Token['role']; text: string }[] = [
  { role: 'ingest', text: 'ingest: sends calls in, reads nothing' },
  { role: 'viewer', text: 'viewer: reads everything, sends nothing' },
  { role: 'analyst', text: 'analyst: also decides and hunts' },
];
const ENDS: readonly { days: number | null; text: string }[] = [
  { days: 30, text: 'in 30 days' },
  { days: 365, text: 'in a year' },
  { days: null, text: 'never' },
];

export function TokensPage() {
  const tokens = useQuery(tokensQuery);
  return (
    <>
      <SettingsTabs />
      <p className="soft">Programs show a token instead of signing in: gateways and collectors to send calls, dashboards to read. The right to send and the right to read are never the same token.</p>
      <Answer query={tokens}>{(found) => <Tokens tokens={found.items} />}</Answer>
      <Panel title="Make a token">
        <AddToken />
      </Panel>
    </>
  );
}

function Tokens({ tokens }: { tokens: readonly Token[] }) {
  const remove = useRemoveToken();
  if (tokens.length === 0) return <Empty tight title="No tokens">Once people have to sign in, whatever sends calls needs one with the role ingest.</Empty>;
  const columns: readonly Column<Token>[] = [
    { name: 'For', wide: true, cell: (token) => <strong>{token.name}</strong> },
    { name: 'Role', cell: (token) => token.role },
    { name: 'Made by', cell: (token) => token.author },
    { name: 'Made', cell: (token) => <Time at={token.created} show="relative" /> },
    { name: 'Last used', cell: (token) => <Time at={token.last_used} show="relative" /> },
    { name: 'Ends', cell: (token) => <Time at={token.expires} show="relative" /> },
    {
      name: 'Access',
      cell: (token) => (
        <button className="button small" aria-label={`Remove the token ${token.name}`} onClick={() => remove.mutate(token.id)}>
          Remove
        </button>
      ),
    },
  ];
  return (
    <div className="panel">
      <Table label="Tokens" columns={columns} rows={tokens} rowKey={(token) => token.id} />
    </div>
  );
}

function AddToken() {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Token['role']>('ingest');
  const [days, setDays] = useState<number | null>(365);
  const add = useAddToken();
  return (
    <div className="stack">
      <form
        className="settings-form"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ name, role, days }, { onSuccess: () => setName('') });
        }}
      >
        <label>
          What it is for
          <input className="field" required maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <label>
          What it may do
          <select className="field wide" value={role} onChange={(event) => setRole(ROLES.find((one) => one.role === event.target.value)?.role ?? 'ingest')}>
            {ROLES.map((one) => (
              <option key={one.role} value={one.role}>
                {one.text}
              </option>
            ))}
          </select>
        </label>
        <label>
          Ends
          <select className="field" value={String(days)} onChange={(event) => setDays(ENDS.find((one) => String(one.days) === event.target.value)?.days ?? null)}>
            {ENDS.map((one) => (
              <option key={one.text} value={String(one.days)}>
                {one.text}
              </option>
            ))}
          </select>
        </label>
        <button className="button main" disabled={add.isPending}>
          Make
        </button>
      </form>
      {add.error && (
        <p role="alert" className="note-bad">
          {add.error.message}
        </p>
      )}
      {add.data?.token && (
        <div role="status" className="stack">
          <p>This is the only time that the token for {add.data.name} is shown. Keep it where secrets are kept.</p>
          <p className="secret code">{add.data.token}</p>
        </div>
      )}
    </div>
  );
}
