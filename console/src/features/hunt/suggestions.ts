import type { LakeTable } from '@/shared/api/types';

export interface Suggestion {
  text: string;
  detail: string;
  means: string;
  /** Of a table that the statement names already. */
  first: boolean;
}

/** Tables and columns for a word; after 'a.' the columns of whatever table 'a' stands for. `skip` is what of the word stays. */
export function suggestionsAt(sql: string, from: number, word: string, tables: readonly LakeTable[]): { skip: number; all: Suggestion[] } {
  const dot = word.lastIndexOf('.');
  if (dot >= 0) {
    const named = tableOf(sql, word.slice(0, dot), tables);
    return { skip: dot + 1, all: named ? columnsOf(named, true) : [] };
  }
  const whole: Suggestion[] = tables.map(({ name, means }) => ({ text: name, detail: 'table', means, first: afterFrom(sql.slice(0, from)) }));
  const named = tables.filter(({ name }) => new RegExp(`\\b${name}\\b`, 'i').test(sql));
  const columns = new Map<string, Suggestion>();
  for (const table of named.length > 0 ? named : tables) {
    for (const column of columnsOf(table, named.length > 0)) if (!columns.has(column.text)) columns.set(column.text, column);
  }
  return { skip: 0, all: afterFrom(sql.slice(0, from)) ? whole : [...columns.values(), ...whole] };
}

function columnsOf(table: LakeTable, first: boolean): Suggestion[] {
  return table.columns.map(({ name, type, means }) => ({ text: name, detail: `${table.name} · ${brief(type)}`, means, first }));
}

/** A table's own name, or what follows it: 'calls c', 'calls AS c'. */
function tableOf(sql: string, alias: string, tables: readonly LakeTable[]): LakeTable | undefined {
  return tables.find(({ name }) => name === alias.toLowerCase() || (/^\w+$/.test(alias) && new RegExp(`\\b${name}\\s+(?:as\\s+)?${alias}\\b`, 'i').test(sql)));
}

function afterFrom(before: string): boolean {
  return /\b(?:from|join)\s+$/i.test(before);
}

function brief(type: string): string {
  if (type.length <= 24) return type.toLowerCase().replace('timestamp with time zone', 'time');
  return type.endsWith('[]') ? 'list' : 'struct';
}
