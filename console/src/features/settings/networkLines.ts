import { Problem } from '@/shared/api/server';
import type { NamedNetwork, NetworkKind } from '@/shared/api/types';

export interface Line {
  /** From 1. */
  number: number;
  network: NamedNetwork;
}

/** Lines such as `203.0.113.0/24  egress  Office Berlin`. Whether a part is what it should be, the server says. */
export function linesOf(text: string): Line[] {
  return text
    .split('\n')
    .map((line, index) => ({ number: index + 1, parts: /^(\S+)\s*(\S*)\s*(.*)$/.exec(line.trim()) }))
    .flatMap(({ number, parts }) => (parts ? [{ number, network: { network: parts[1] ?? '', kind: (parts[2] ?? '').toLowerCase() as NetworkKind, name: parts[3] ?? '' } }] : []));
}

/** What is wrong, each with its line, where the lines are the first entries that the server was told. */
export function problemsByLine(error: Error, lines: readonly Line[]): string[] {
  const said = error instanceof Problem ? error.members.problems : undefined;
  if (!Array.isArray(said)) return [error.message];
  return said.map(String).map((problem) =>
    problem.replace(/^items\[(\d+)\]: /, (entry, index: string) => {
      const line = lines[Number(index)];
      return line ? `Line ${line.number}: ` : entry;
    }),
  );
}
