import { describe, expect, it } from 'vitest';
import { titleOf } from './places';

describe('the title of the window', () => {
  it('names the thing and the place', () => {
    expect(titleOf('/')).toBe('Home · Apian');
    expect(titleOf('/alerts/a-1')).toBe('Alerts · Apian');
    expect(titleOf('/entities/order/a%2Fb')).toBe('a/b · Entities · Apian');
    expect(titleOf('/entity-types/order')).toBe('order · Entity types · Apian');
    expect(titleOf('/matrix/changes')).toBe('What changed · Apian');
  });

  it('stands an address that was mistyped', () => {
    expect(titleOf('/entities/order/50%')).toBe('50% · Entities · Apian');
    expect(titleOf('/nowhere')).toBe('Home · Apian');
  });
});
