import type { LakeTable } from '@/shared/api/types';

/** What an editor of SQL is given. */
export interface Props {
  value: string;
  tables: readonly LakeTable[];
  onChange: (sql: string) => void;
  onRun: () => void;
  onCancel: () => void;
  /** What is wrong, and where. */
  mark: Mark | null;
}

export interface Mark {
  from: number;
  length: number;
  message: string;
}
