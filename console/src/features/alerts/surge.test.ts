import { anAlert, anEvidence } from '@/test/examples';
import { describe, expect, it } from 'vitest';
import { picturePage, surgeOf } from './surge';

const ORDERS = { id: 'ep-1', endpoint: 'GET /v1/orders', host: null, calls: 30, last_seen: '2026-11-20T03:02:00Z' };
const counting = (window: string) => anEvidence({ measure: 'calls to GET /v1/orders', unit: 'calls', window });

describe('the picture of a surge', () => {
  it('is of the endpoint, the scale and the time that the evidence is about', () => {
    const surge = surgeOf(anAlert(), counting('PT10M'), [ORDERS]);
    expect(surge?.asked).toEqual({ endpoint: 'ep-1', scale: 'ten-minutes', from: '2026-11-19T10:11:00.000Z', to: '2026-11-20T05:02:00.000Z' });
    expect(surgeOf(anAlert(), counting('PT1H'), [ORDERS])?.asked.scale).toBe('hour');
    expect(surgeOf(anAlert(), counting('P1D'), [ORDERS])?.asked.scale).toBe('day');
  });

  it('stands on the page of the actor too', () => {
    const surge = surgeOf(anAlert(), counting('PT1H'), [ORDERS]);
    expect(surge && picturePage('act-1', surge)).toMatch(/^\/actors\/act-1\?endpoint=ep-1&scale=hour&from=.*&to=.*#baseline$/);
  });

  it('is not drawn for evidence of another kind or an endpoint that is not known', () => {
    expect(surgeOf(anAlert(), anEvidence(), [ORDERS])).toBeNull();
    expect(surgeOf(anAlert(), counting('PT1H'), [])).toBeNull();
    expect(surgeOf(anAlert(), counting('a while'), [ORDERS])).toBeNull();
  });
});
