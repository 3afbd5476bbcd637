import { Problem, post } from '@/shared/api/server';
import type { ApiDocument } from '@/shared/api/types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { documentsQuery } from './listDocuments';

/** What became of one file. */
export type Outcome = { file: string } & ({ document: ApiDocument } | { problem: string });

/** Brings files one after the other; one that cannot be used does not keep the others away. */
export function useImportDocuments() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (files: readonly File[]) => {
      const outcomes: Outcome[] = [];
      for (const file of files) outcomes.push(await bring(file));
      return outcomes;
    },
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: documentsQuery.queryKey }), client.invalidateQueries({ queryKey: ['drift'] })]),
  });
}

async function bring(file: File): Promise<Outcome> {
  try {
    return { file: file.name, document: await post('/api/v1/documents', { name: file.name, text: await file.text() }) };
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    const isTooLarge = cause instanceof Problem && cause.status === 413;
    return { file: file.name, problem: isTooLarge ? `${problem} Larger documents come by the command line: apian endpoints import.` : problem };
  }
}
