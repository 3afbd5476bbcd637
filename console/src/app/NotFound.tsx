import { Empty, Failed } from '@/shared/ui/States';
import { Link, useRouteError } from 'react-router';

export function NotFound() {
  return (
    <Empty title="There is no such page">
      The address may be mistyped. <Link to="/alerts">Go to the alerts</Link>
    </Empty>
  );
}

/** For a bug in the console itself. */
export function Broken() {
  const error = useRouteError();
  return <Failed error={error instanceof Error ? error : new Error(String(error))} retry={() => location.reload()} />;
}
