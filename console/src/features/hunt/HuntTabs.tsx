import { Tabs } from '@/shared/ui/Tabs';

const TABS = [
  { to: '/hunt', text: 'SQL' },
  { to: '/hunt/builder', text: 'Builder' },
];

export function HuntTabs() {
  return <Tabs label="Ways to hunt" tabs={TABS} />;
}
