import { Tabs } from '@/shared/ui/Tabs';

const TABS = [
  { to: '/matrix', text: 'Week by week' },
  { to: '/matrix/changes', text: 'What changed' },
];

export function MatrixTabs() {
  return <Tabs label="Views of the matrix" tabs={TABS} />;
}
