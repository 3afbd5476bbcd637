import type { DataLevel, EndpointState } from '@/shared/api/types';
import { label } from '@/shared/format/words';

const LEVEL_TONES: Record<DataLevel, string> = { secret: 'tone-critical', sensitive: 'tone-high', personal: 'tone-low' };
const STATE_MEANING: Record<EndpointState, string> = {
  new: 'First seen in the last 7 days of the data',
  active: 'Called in the last 30 days of the data',
  dormant: 'Not called in the last 30 days of the data',
};

/** Only what is unusual is marked. */
export function StateMark({ state }: { state: EndpointState }) {
  if (state === 'active') return null;
  return (
    <span className={`badge bare ${state === 'new' ? 'tone-accent' : 'outline'}`} title={STATE_MEANING[state]}>
      {state}
    </span>
  );
}

export function Labels({ labels }: { labels: readonly string[] }) {
  return labels.map((word) => (
    <span key={word} className="badge bare outline">
      {word.replaceAll('_', ' ')}
    </span>
  ));
}

export function DataMark({ kind, level }: { kind: string; level: DataLevel }) {
  return (
    <span className={`badge bare ${LEVEL_TONES[level]}`} title={`${label(kind)}: ${level} data`}>
      {word(kind)}
    </span>
  );
}

/** The worst kinds of data as badges, the others as a number. */
export function DataMarks({ data, shown }: { data: readonly { kind: string; level: DataLevel }[]; shown: number }) {
  const others = data.slice(shown);
  return (
    <span className="marks">
      {data.slice(0, shown).map((found) => (
        <DataMark key={found.kind} {...found} />
      ))}
      {others.length > 0 && (
        <span className="small faint" title={others.map((found) => word(found.kind)).join('\n')}>
          +{others.length}
        </span>
      )}
    </span>
  );
}

export function word(kind: string): string {
  const words: Record<string, string> = { iban: 'IBAN', ip_address: 'IP address', api_key: 'API key', national_id: 'national ID', email: 'e-mail' };
  return words[kind] ?? kind.replaceAll('_', ' ');
}
