import { FakeServer } from '@/test/FakeServer';
import { anOverview } from '@/test/examples';
import { visit } from '@/test/visit';
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

const OVERVIEW = 'GET /api/v1/overview';
const REJECTS = [{ reason: 'missing_timestamp', count: 41, samples: ['{"authorization":"***"}'] }];

describe('the strip over the alerts', () => {
  it('leads from each number to what it counts', async () => {
    visit('/', new FakeServer().answer(OVERVIEW, anOverview({ rejects: REJECTS })));
    expect((await screen.findByRole('link', { name: 'Calls 1,284,220' })).getAttribute('href')).toBe('/calls');
    expect(screen.getByRole('link', { name: '1 critical' }).getAttribute('href')).toBe('/alerts?status=open&severity=critical');
    expect(screen.getByRole('link', { name: /Refused · late 41 · 12/ }).getAttribute('href')).toBe('/intake');
  });

  it('has no event time before the first call', async () => {
    visit('/', new FakeServer());
    expect(await screen.findByText('no call yet')).toBeTruthy();
  });
});

describe('the intake page', () => {
  it('shows what was refused and why', async () => {
    visit('/intake', new FakeServer().answer(OVERVIEW, anOverview({ rejects: REJECTS })));
    expect(await screen.findByText('Missing timestamp')).toBeTruthy();
    expect(screen.getByText('{"authorization":"***"}')).toBeTruthy();
    expect(screen.getByText(/12 calls came later/)).toBeTruthy();
  });

  it('is calm when nothing was', async () => {
    visit('/intake', new FakeServer().answer(OVERVIEW, anOverview({ late_calls: 0 })));
    expect(await screen.findByRole('heading', { name: 'Nothing was refused' })).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Late calls' })).toBeNull();
  });
});
