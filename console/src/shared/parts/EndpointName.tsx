import { to } from '@/shared/format/links';
import { Link } from 'react-router';

interface Props {
  /** 'GET /v1/orders/{orderId}' */
  endpoint: string;
  /** What leads to its page; null if there is none to lead to. */
  id: string | null;
  host?: string | null;
  /** Whether it is what its row opens. */
  row?: boolean;
}

/** An endpoint as method and template, cut off where it is too long. */
export function EndpointName({ endpoint, id, host, row = false }: Props) {
  const title = host === undefined ? endpoint : `${endpoint} · ${host ?? 'any host'}`;
  const [method = '', template] = endpoint.split(/ (.*)/s);
  const inside = (
    <>
      <span className="method">{method}</span> {template}
    </>
  );
  if (id === null) {
    return (
      <span className="code clip" title={title}>
        {inside}
      </span>
    );
  }
  return (
    <Link className="code clip" to={to.endpoint(id)} title={title} {...(row && { 'data-row': true })}>
      {inside}
    </Link>
  );
}
