import { SEVERITIES, type Severity, type Webhook } from '@/shared/api/types';
import { label } from '@/shared/format/words';
import type { WebhookDraft } from './changeWebhooks';

const FORMATS: readonly { value: Webhook['format']; text: string }[] = [
  { value: 'slack', text: 'a text, for Slack, Mattermost and others' },
  { value: 'apian', text: 'the whole alert as JSON, for programs' },
];
const WHICH: readonly { value: Webhook['which']; text: string }[] = [
  { value: 'today', text: 'what is within the day’s budget' },
  { value: 'all', text: 'also what falls below it' },
];

export const EMPTY: WebhookDraft = { name: '', url: '', format: 'slack', least_severity: 'high', which: 'today' };

/** 'high and critical', 'only critical'. */
export function severitiesFrom(least: Severity): string {
  const told = SEVERITIES.slice(0, SEVERITIES.indexOf(least) + 1).reverse();
  return told.length === SEVERITIES.length ? 'all severities' : told.length === 1 ? `only ${least}` : `${least} and above`;
}

export function WebhookFields({ draft, onChange }: { draft: WebhookDraft; onChange: (draft: WebhookDraft) => void }) {
  const set = (part: Partial<WebhookDraft>) => onChange({ ...draft, ...part });
  return (
    <>
      <label>
        What it is for
        <input className="field" required maxLength={100} value={draft.name} onChange={(event) => set({ name: event.target.value })} />
      </label>
      <label className="long">
        Address
        <input className="field" type="url" required maxLength={2000} spellCheck={false} autoComplete="off" value={draft.url} onChange={(event) => set({ url: event.target.value })} />
      </label>
      <label>
        Takes
        <select className="field wide" value={draft.format} onChange={(event) => set({ format: FORMATS.find((one) => one.value === event.target.value)?.value ?? 'slack' })}>
          {FORMATS.map((one) => (
            <option key={one.value} value={one.value}>
              {one.text}
            </option>
          ))}
        </select>
      </label>
      <label>
        Least severity
        <select className="field" value={draft.least_severity} onChange={(event) => set({ least_severity: SEVERITIES.find((one) => one === event.target.value) ?? 'high' })}>
          {SEVERITIES.map((one) => (
            <option key={one} value={one}>
              {label(one)}
            </option>
          ))}
        </select>
      </label>
      <label>
        Alerts
        <select className="field wide" value={draft.which} onChange={(event) => set({ which: WHICH.find((one) => one.value === event.target.value)?.value ?? 'today' })}>
          {WHICH.map((one) => (
            <option key={one.value} value={one.value}>
              {one.text}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
