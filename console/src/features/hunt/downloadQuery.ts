import { postForFile } from '@/shared/api/server';
import { useMutation } from '@tanstack/react-query';

/** Saves the rows of a statement as a file; answers how many rows are in it if there are more than that. */
export function useDownloadQuery() {
  return useMutation({
    mutationFn: async (sql: string) => {
      const response = await postForFile('/api/v1/hunt/csv', { sql });
      save(await response.blob(), 'apian-hunt.csv');
      return Number(response.headers.get('apian-cut-rows')) || null;
    },
  });
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
