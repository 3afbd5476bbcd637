import { AlertsPage } from '@/features/alerts/AlertsPage';
import { OverviewStrip } from '@/features/overview/OverviewStrip';

export function HomePage() {
  return (
    <>
      <OverviewStrip />
      <AlertsPage />
    </>
  );
}
