import { Problem } from '@/shared/api/server';
import type { ReactNode } from 'react';
import { Icon } from './Icon';

/** Grey lines where the content will be. */
export function Loading({ lines = 6 }: { lines?: number }) {
  return (
    <div className="skeleton" role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} style={{ width: `${92 - ((line * 37) % 45)}%` }} />
      ))}
    </div>
  );
}

/** Nothing is there, which is an answer too: why, and what to do about it. */
export function Empty({ title, children, tight = false }: { title: string; children?: ReactNode; tight?: boolean }) {
  return (
    <div className={tight ? 'state tight' : 'state'}>
      {!tight && <Icon name="empty" size={36} />}
      <h3>{title}</h3>
      {children && <p>{children}</p>}
    </div>
  );
}

/** The server's own words, and a way to try again. */
export function Failed({ error, retry }: { error: Error; retry?: () => void }) {
  const title = error instanceof Problem ? error.title : 'The console made a mistake';
  const gone = error instanceof Problem && error.status === 404;
  return (
    <div className="state bad" role="alert">
      <Icon name="broken" size={36} />
      <h3>{title}</h3>
      <p>{error.message}</p>
      {retry && !gone && (
        <button className="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}
