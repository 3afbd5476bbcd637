import { HomePage as Home } from '@/features/home/HomePage';
import { NoticeStrip } from '@/features/overview/NoticeStrip';
import { OverviewStrip } from '@/features/overview/OverviewStrip';

export function HomePage() {
  return (
    <>
      <Home notice={<NoticeStrip />} />
      <OverviewStrip />
    </>
  );
}
