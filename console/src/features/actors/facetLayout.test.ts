import type { Facet } from '@/shared/api/types';
import { describe, expect, it } from 'vitest';
import { HUB, WIDTH, layoutOf, shortened } from './facetLayout';

const facet = (type: string, value: string, confidence = 1): Facet => ({ type, value, confidence, because: 'it says so', first_seen: '2026-11-01T00:00:00Z', last_seen: '2026-11-02T00:00:00Z', expires: null, class: null });

describe('the picture of facets', () => {
  it('is dashed where a proof is too weak to assert who somebody is, and wider where it is surer', () => {
    const [sure, weak] = layoutOf([facet('subject', 'a', 0.99), facet('session', 'b', 0.5)]).facets;
    expect([sure?.dashed, weak?.dashed]).toEqual([false, true]);
    expect(sure?.weight).toBeGreaterThan(weak?.weight ?? Infinity);
  });

  it('keeps kinds together and both sides about as tall', () => {
    const { facets, headings } = layoutOf(['user_id', 'client_id', 'api_key', 'api_key'].map((type, place) => facet(type, `${place}`)));
    expect(headings.map(({ type, count, side }) => [type, count, side])).toEqual([
      ['api_key', 2, 'left'],
      ['user_id', 1, 'right'],
      ['client_id', 1, 'right'],
    ]);
    expect(new Set(facets.filter((one) => one.facet.type === 'api_key').map(({ x }) => x)).size).toBe(1);
  });

  it('has room for 32 without any two in one place, and none beyond the edge or under the actor', () => {
    const { facets, height } = layoutOf(Array.from({ length: 32 }, (_, place) => facet(place < 29 ? 'refresh_token' : `kind ${place}`, `${place}`)));
    expect(new Set(facets.map(({ x, y }) => `${x} ${y}`)).size).toBe(32);
    for (const { x, y } of facets) {
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(height);
      expect(Math.abs(x - WIDTH / 2)).toBeGreaterThan(HUB.width / 2);
    }
    expect(height).toBeLessThan(520);
  });

  it('shows the beginning and the end of a long value', () => {
    expect(shortened('short')).toBe('short');
    expect(shortened('https://id.kestrel-supply.example#20153', 20)).toBe('https://id.…le#20153');
  });
});
