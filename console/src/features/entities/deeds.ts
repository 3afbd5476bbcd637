import type { EntityType } from '@/shared/api/types';

export type Deed = keyof EntityType['life_cycle'];
export type Operation = EntityType['life_cycle'][Deed][number];

export const DEEDS: readonly { deed: Deed; text: string; hint: string }[] = [
  { deed: 'creates', text: 'Creates', hint: 'What makes such things' },
  { deed: 'lists', text: 'Lists', hint: 'What lists them without naming one' },
  { deed: 'reads', text: 'Reads', hint: 'What reads one' },
  { deed: 'changes', text: 'Changes', hint: 'What changes one' },
  { deed: 'deletes', text: 'Deletes', hint: 'What deletes one' },
  { deed: 'names', text: 'Beside', hint: 'What is about something else and names such a thing too' },
];

export const AUDIENCE_MEANS: Record<EntityType['audience'], string> = {
  public: 'At least half of its accesses are to what everybody may see',
  exclusive: 'At least four of five of the things were served to one actor only',
  shared: 'More than one in five of the things were served to several actors',
  unknown: 'None was served yet',
};

export const AUDIENCE_TONES: Record<EntityType['audience'], string> = { public: 'tone-low', exclusive: 'tone-accent', shared: '', unknown: 'quiet' };

export const callsOf = (operations: readonly Operation[]) => operations.reduce((sum, one) => sum + one.calls, 0);
