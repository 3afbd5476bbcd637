import type { EndpointDetail } from '@/shared/api/types';
import { counted, number } from '@/shared/format/number';
import { PostureBadge, SensitivityBadge } from '@/shared/ui/Badges';
import { Template } from './Template';
import { Labels, StateMark } from './marks';

/** What the endpoint is, and who is let in. */
export function EndpointHead({ endpoint }: { endpoint: EndpointDetail }) {
  return (
    <header className="endpoint-head">
      <div className="page-head">
        <h1 className="code break">
          <span className="method">{endpoint.method}</span> <Template template={endpoint.template} />
        </h1>
        <span className="lead">{endpoint.host ?? 'any host'}</span>
      </div>
      <div className="row">
        <SensitivityBadge sensitivity={endpoint.sensitivity} />
        <span className="small faint">sensitivity</span>
        <Labels labels={endpoint.labels} />
        <StateMark state={endpoint.state} />
        <span className="between" />
        <PostureBadge posture={endpoint.posture} />
        <span className="soft">{postureText(endpoint)}</span>
      </div>
    </header>
  );
}

/** '12 of 5,210 served calls came without a credential.' */
export function postureText({ served, anonymous }: Pick<EndpointDetail, 'served' | 'anonymous'>): string {
  if (served === 0) return 'No call was served yet, so nobody knows who would be let in.';
  if (anonymous === 0) return served === 1 ? 'The only served call came with a credential.' : `All ${number(served)} served calls came with a credential.`;
  if (anonymous === served) return served === 1 ? 'The only served call came without a credential.' : `All ${number(served)} served calls came without a credential.`;
  return `${number(anonymous)} of ${counted(served, 'served call')} came without a credential.`;
}
