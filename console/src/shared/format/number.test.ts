import { expect, it } from 'vitest';
import { bytes, counted, number, percent } from './number';

it('keeps the digits that matter', () => {
  expect(number(1284220)).toBe('1,284,220');
  expect(number(0.4123)).toBe('0.412');
  expect(number(418.6)).toBe('419');
});

it('never calls a little nothing, nor almost all everything', () => {
  expect(percent(0)).toBe('0%');
  expect(percent(0.0004)).toBe('<1%');
  expect(percent(0.9996)).toBe('>99%');
  expect(percent(1)).toBe('100%');
});

it('counts one as one', () => {
  expect(counted(1, 'call')).toBe('1 call');
  expect(counted(0, 'call')).toBe('0 calls');
});

it('writes bytes in the unit that fits', () => {
  expect(bytes(0)).toBe('0 B');
  expect(bytes(1833)).toBe('1.8 kB');
  expect(bytes(5e12)).toBe('5000.0 GB');
});
