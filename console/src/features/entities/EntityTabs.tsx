import { Tabs } from '@/shared/ui/Tabs';

const TABS = [
  { to: '/entities', text: 'Entities' },
  { to: '/entity-types', text: 'Types and processes' },
  { to: '/explained', text: 'How well explained' },
];

export function EntityTabs() {
  return <Tabs label="Views of entities" tabs={TABS} />;
}
