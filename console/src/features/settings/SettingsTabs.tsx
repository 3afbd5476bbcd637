import { useMay } from '@/shared/api/useMay';
import { Tabs } from '@/shared/ui/Tabs';

const OPEN = [
  { to: '/settings', text: 'Sources' },
  { to: '/settings/retention', text: 'Retention' },
  { to: '/settings/networks', text: 'Networks' },
] as const;
const ADMINISTRATION = [
  { to: '/settings/users', text: 'Users' },
  { to: '/settings/tokens', text: 'Tokens' },
  { to: '/settings/audit', text: 'Audit log' },
  { to: '/settings/notifications', text: 'Notifications' },
] as const;

export function SettingsTabs() {
  const admin = useMay('admin');
  return (
    <>
      <header className="page-head">
        <h1>Settings</h1>
      </header>
      <Tabs label="Settings" tabs={[...OPEN, ...(admin ? ADMINISTRATION : []), { to: '/settings/account', text: 'Your account' }]} />
    </>
  );
}
