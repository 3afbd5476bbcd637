import { HOWS, SIDES } from '@/shared/api/types';
import { label } from '@/shared/format/words';
import { useFilters } from '@/shared/keys/useFilters';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Question } from './buildQuery';
import { typeNames } from './listTypes';
import { KINDS, LEVELS, MEASURES, METHODS, STATUSES, told } from './question';

type Name = keyof Question;

const COUNTED: Record<(typeof MEASURES)[number], string> = {
  entities: 'different things',
  calls: 'calls',
  endpoints: 'different endpoints',
  addresses: 'different addresses',
  countries: 'different countries',
  errors: 'errors (4xx, 5xx)',
  bytes: 'bytes of answers',
};

/** The sentence with its gaps. Every change is in the address at once, and runs nothing. */
export function BuilderForm({ question }: { question: Question }) {
  const filters = useFilters();
  const types = useQuery(typeNames).data ?? [];
  const set = (changes: Partial<Record<Name, string | undefined>>) => filters.set({ ...told(question), ...changes, run: undefined });
  const pick = (name: Name, options: readonly string[], any: string, text: (one: string) => string = label) => <Pick label={label(name)} value={one(question[name])} options={options} any={any} text={text} onPick={(value) => set({ [name]: value })} />;
  return (
    <form className="sentence" onSubmit={(event) => (event.preventDefault(), filters.set({ ...told(question), run: '1' }))}>
      <Part text="Actors">{pick('actor_kind', KINDS, 'of any kind')}</Part>
      <Part text="with more than">
        <NumberGap label="More than" value={question.more_than ?? 0} onSet={(value) => set({ more_than: value })} />
        <select className="field" aria-label="What is counted" value={question.measure} onChange={(event) => set({ measure: event.target.value })}>
          {MEASURES.map((measure) => (
            <option key={measure} value={measure}>
              {COUNTED[measure]}
            </option>
          ))}
        </select>
      </Part>
      <Part text="of the type">{pick('entity_type', types, 'any', (type) => type)}</Part>
      <Part text="which they knew because">{pick('how', HOWS, 'any reason', (how) => (how === 'unexplained' ? 'never shown to them' : label(how)))}</Part>
      <Part text="and which belong to">{pick('whose', SIDES, 'anybody')}</Part>
      <Part text="by">{pick('method', METHODS, 'any method', (method) => method)}</Part>
      <Part text="at endpoints with">
        <TextGap label="Part of the endpoint" placeholder="any name" value={question.endpoint ?? ''} onSet={(value) => set({ endpoint: value })} />
      </Part>
      <Part text="of sensitivity">{pick('sensitivity', LEVELS, 'any', (level) => (level === 'high' ? level : `${level} or higher`))}</Part>
      <Part text="answered with">{pick('status', STATUSES, 'any status', (status) => status)}</Part>
      <Part text="from">
        <TextGap label="Country" placeholder="any country" value={question.country ?? ''} onSet={(value) => set({ country: value })} />
      </Part>
      <Part text="in the last">
        <NumberGap label="Days" value={question.days ?? 7} onSet={(value) => set({ days: value })} /> days
      </Part>
    </form>
  );
}

function Part({ text, children }: { text: string; children: ReactNode }) {
  return (
    <span className="part">
      <span className="soft">{text}</span> {children}
    </span>
  );
}

interface PickProps {
  label: string;
  value: string | undefined;
  options: readonly string[];
  any: string;
  text: (option: string) => string;
  onPick: (value: string | undefined) => void;
}

function Pick({ label: name, value, options, any, text, onPick }: PickProps) {
  const all = value === undefined || options.includes(value) ? options : [...options, value];
  return (
    <select className={value === undefined ? 'field unset' : 'field'} aria-label={name} value={value ?? ''} onChange={(event) => onPick(event.target.value || undefined)}>
      <option value="">{any}</option>
      {all.map((option) => (
        <option key={option} value={option}>
          {text(option)}
        </option>
      ))}
    </select>
  );
}

function NumberGap({ label: name, value, onSet }: { label: string; value: number; onSet: (value: string) => void }) {
  return <input className="field number" type="number" aria-label={name} min={name === 'Days' ? 1 : 0} max={name === 'Days' ? 366 : 2147483647} value={value} onChange={(event) => event.target.value !== '' && onSet(event.target.value)} />;
}

/** Heard when it is left or with Enter, not at each letter. */
function TextGap({ label: name, placeholder, value, onSet }: { label: string; placeholder: string; value: string; onSet: (value: string | undefined) => void }) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  return <input className="field" aria-label={name} placeholder={placeholder} value={text} maxLength={200} spellCheck={false} onChange={(event) => setText(event.target.value)} onBlur={() => text.trim() !== value && onSet(text.trim() || undefined)} onKeyDown={(event) => event.key === 'Enter' && onSet(text.trim() || undefined)} />;
}

/** The builder asks for one how and one side at a time. */
function one(value: Question[Name]): string | undefined {
  return Array.isArray(value) ? value[0] : value === undefined ? undefined : String(value);
}
