import { afterEach, describe, expect, it, vi } from 'vitest';

/** What is formatted is made for the zone of the process, once: both are loaded anew. */
async function inZone(zone: string) {
  process.env['TZ'] = zone;
  vi.resetModules();
  return { ...(await import('./time')), ...(await import('./zone')) };
}

afterEach(() => {
  process.env['TZ'] = 'UTC';
});

const NOW = Date.parse('2026-11-22T14:00:00Z');

describe("the viewer's zone", () => {
  it('is the one in which times are shown, with UTC to hover over', async () => {
    const { ZONE, absolute, clock, inUtc, precise, zoneAt } = await inZone('Asia/Kolkata');
    expect(ZONE).toMatch(/^Asia\/(Kolkata|Calcutta)$/);
    expect(absolute('2026-11-20T20:14:59Z', NOW)).toBe('21 Nov 01:44');
    expect(clock('2026-11-20T20:14:59Z')).toBe('01:44');
    expect(precise('2026-11-20T20:14:59.5Z')).toBe('21 Nov 01:44:59.500');
    expect(inUtc('2026-11-20T20:14:59Z', NOW)).toBe('21 Nov 01:44, 20 Nov 20:14 UTC');
    expect(zoneAt(NOW)).toBe('UTC+5:30');
  });

  it('may have a summer', async () => {
    const { absolute, zoneAt } = await inZone('Europe/Berlin');
    expect(absolute('2026-07-20T20:14:00Z', NOW)).toBe('20 Jul 22:14');
    expect([zoneAt(Date.parse('2026-07-20T20:14:00Z')), zoneAt(NOW)]).toEqual(['UTC+2', 'UTC+1']);
  });

  it('is not told twice where it is UTC', async () => {
    const { inUtc, zoneAt } = await inZone('UTC');
    expect(inUtc('2026-11-20T20:14:59Z', NOW)).toBe('20 Nov 20:14 UTC');
    expect(zoneAt(NOW)).toBe('UTC');
  });

  it('is the one in which a moment is typed, and UTC the one in which it is asked for', async () => {
    const { fieldOf, timeOf } = await inZone('America/St_Johns');
    expect(fieldOf('2026-11-20T02:00:00Z')).toBe('2026-11-19T22:30');
    expect(timeOf('2026-11-19T22:30')).toBe('2026-11-20T02:00:00Z');
    expect([fieldOf('yesterday'), fieldOf(undefined), timeOf('')]).toEqual(['', '', undefined]);
  });

  it('has days of 23 and 25 hours, whose midnights are found all the same', async () => {
    const { midnightFrom } = await inZone('Europe/Berlin');
    const of = (time: string) => new Date(midnightFrom(Date.parse(time))).toISOString();
    expect(of('2026-10-24T22:00:00Z')).toBe('2026-10-24T22:00:00.000Z');
    expect(of('2026-10-24T22:00:01Z')).toBe('2026-10-25T23:00:00.000Z');
  });
});
