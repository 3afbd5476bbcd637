import type { Coverage } from '@/shared/api/types';
import { FakeServer } from '@/test/FakeServer';
import { anOverview } from '@/test/examples';
import { visit } from '@/test/visit';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

const aCoverage = (changes: Partial<Coverage> = {}): Coverage => ({
  from: '2026-11-01T00:00:00Z',
  until: '2026-11-22T14:03:00Z',
  calls: 1000,
  with_actor: 980,
  with_response: 1000,
  late: 0,
  rejected: 0,
  waiting: 0,
  dropped: {},
  gaps: [],
  hours: [],
  ...changes,
});
const serving = (coverage: Coverage) => new FakeServer().answer('GET /api/v1/overview', anOverview()).answer('GET /api/v1/notices', { items: [] }).answer('GET /api/v1/coverage', coverage);
const panel = async () => within(await screen.findByRole('region', { name: 'Coverage' }));

describe('coverage', () => {
  it('tells how much has an actor and a readable answer, and that nobody fell silent', async () => {
    visit('/intake', serving(aCoverage()));
    const found = await panel();
    expect(found.getByText('98%')).toBeTruthy();
    expect(found.getByText('100%')).toBeTruthy();
    expect(found.getByText('No sender fell silent')).toBeTruthy();
    expect(found.queryByText(/Most calls come without/)).toBeNull();
  });

  it('names the hours in which a sender fell silent, and leads to what came', async () => {
    visit('/intake', serving(aCoverage({ gaps: [{ from: '2026-11-20T02:00:00Z', until: '2026-11-20T05:00:00Z', calls: 2, usual: 4211 }] })));
    const found = await panel();
    expect(found.getByText(/2 calls, where about 4,211 are usual/)).toBeTruthy();
    expect(found.getByRole('link', { name: /20 Nov 02:00/ }).getAttribute('href')).toBe('/calls?from=2026-11-20T02%3A00%3A00Z&to=2026-11-20T05%3A00%3A00Z');
  });

  it('says what would let it see more', async () => {
    visit('/intake', serving(aCoverage({ with_actor: 100, with_response: 0 })));
    const found = await panel();
    expect(found.getByText(/Most calls come without a credential/)).toBeTruthy();
    expect(found.getByText(/Most answers cannot be read/)).toBeTruthy();
  });

  it('names the limits at which something was dropped', async () => {
    visit('/intake', serving(aCoverage({ dropped: { actorsMax: 12 } })));
    expect((await panel()).getByText('actorsMax')).toBeTruthy();
  });

  it('takes no room before the first call', async () => {
    visit('/intake', serving(aCoverage({ calls: 0, with_actor: 0, with_response: 0 })));
    await screen.findByText('Refused records', { selector: 'h2' });
    expect(screen.queryByRole('region', { name: 'Coverage' })).toBeNull();
  });
});
