import type { BackTest, ScenarioDetail, Setting } from '@/shared/api/types';

/** Settings as they are being made: values other than the defaults, by name. */
export interface Draft {
  on: boolean;
  limits: Record<string, string>;
}

/** The settings in force. */
export function inForce({ scenario, settings }: Pick<ScenarioDetail, 'scenario' | 'settings'>): Draft {
  const others = settings.filter((setting) => setting.value !== setting.default);
  return { on: scenario.on, limits: Object.fromEntries(others.map((setting) => [setting.name, setting.value])) };
}

/** The same with another value; the default is none. */
export function withValue(draft: Draft, setting: Setting, value: string): Draft {
  const others = Object.entries(draft.limits).filter(([name]) => name !== setting.name);
  const said = value.trim();
  return { ...draft, limits: Object.fromEntries(said === setting.default ? others : [...others, [setting.name, said]]) };
}

export function isSame(one: Draft, other: Draft): boolean {
  const names = new Set([...Object.keys(one.limits), ...Object.keys(other.limits)]);
  return one.on === other.on && [...names].every((name) => one.limits[name] === other.limits[name]);
}

export const draftOf = (test: Pick<BackTest, 'on' | 'limits'>): Draft => ({ on: test.on, limits: test.limits });

/** 'stepsWhenBlind' becomes 'Steps when blind', 'floor.high' 'Floor, high'. */
export function settingLabel(name: string): string {
  const words = name.replaceAll('.', ', ').replaceAll(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Settings in a few words: 'off', 'limit 30, window 2h', 'as it comes'. */
export function draftWords({ on, limits }: Draft): string {
  const values = Object.entries(limits).map(([name, value]) => `${settingLabel(name).toLowerCase()} ${value}`);
  const words = values.length === 0 ? 'all limits as they come' : values.join(', ');
  return on ? words : `off, ${words}`;
}
