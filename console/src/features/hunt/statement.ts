import { useLocation, useNavigate } from 'react-router';

/**
 * The statement that the address tells. It stands behind the #: so it has any length, and neither the server nor a proxy
 * sees it when the page is loaded.
 */
export function useStatement(): { sql: string; open: (sql: string) => void } {
  const { hash, search } = useLocation();
  const navigate = useNavigate();
  return { sql: sqlOf(hash), open: (sql) => void navigate({ pathname: '/hunt', search, hash: hashOf(sql) }) };
}

export function huntAddress(sql: string): string {
  return `/hunt${hashOf(sql)}`;
}

function hashOf(sql: string): string {
  return sql === '' ? '' : `#${encodeURIComponent(sql)}`;
}

/** An address may be typed by hand, with a percent sign that means nothing. */
function sqlOf(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}
