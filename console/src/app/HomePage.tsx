import { AlertsPage } from '@/features/alerts/AlertsPage';
import { NoticeStrip } from '@/features/overview/NoticeStrip';
import { OverviewStrip } from '@/features/overview/OverviewStrip';

export function HomePage() {
  return (
    <>
      <OverviewStrip />
      <NoticeStrip />
      <AlertsPage />
    </>
  );
}
