import { FakeServer } from '@/test/FakeServer';
import { aScenario } from '@/test/scenarios';
import { visit } from '@/test/visit';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

const LIST = 'GET /api/v1/scenarios';
const user = userEvent.setup();
const quiet = { ...aScenario().noise, signals: 0, alerts: 0, open: 0, confirmed: 0, dismissed: 0, last_finding: null };
const ITEMS = [
  aScenario(),
  aScenario({ id: 'many-refused', title: 'Is refused again and again', family: 'refusal', on: false, noise: quiet }),
  aScenario({ id: 'volume-surge', title: 'Calls far more than usual', family: 'volume', changed: true, noise: { ...quiet, alerts: 20, signals: 25 } }),
];
const server = () => new FakeServer().answer(LIST, { items: ITEMS });
const titles = () => screen.getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('link')[0]?.textContent);

describe('the list of detections', () => {
  it('puts the noisiest first, and each number leads to its alerts', async () => {
    visit('/scenarios', server());
    expect(await screen.findByRole('table', { name: 'Detections' })).toBeTruthy();
    expect(titles()).toEqual(['Calls far more than usual', 'Counts through ids of entities it was never shown', 'Is refused again and again']);
    expect(screen.getByRole('link', { name: '20' }).getAttribute('href')).toBe('/alerts?scenario=volume-surge&from=2026-10-30T00%3A00%3A00Z');
    expect(screen.getByText('67%').title).toBe('2 dismissed, 1 confirmed, 3 open');
    expect(screen.getByText('Off', { selector: '.badge' })).toBeTruthy();
    expect(screen.getByText('Changed', { selector: '.badge' })).toBeTruthy();
  });

  it('keeps filters and order in the address', async () => {
    const here = visit('/scenarios', server());
    await user.click(await screen.findByRole('button', { name: 'Refusal' }));
    expect(titles()).toEqual(['Is refused again and again']);
    await user.click(screen.getByRole('button', { name: 'Refusal' }));
    await user.click(screen.getByRole('button', { name: /^Detection/ }));
    expect(here.address()).toBe('/scenarios?sort=title');
    expect(titles()[0]).toBe('Calls far more than usual');
    await user.click(screen.getByRole('button', { name: 'Off' }));
    expect(titles()).toEqual(['Is refused again and again']);
  });

  it('without a match offers to drop the filters, without detections says where they come from', async () => {
    const here = visit('/scenarios?q=nothing', server());
    await user.click(await screen.findByRole('button', { name: 'Show all detections' }));
    expect(here.address()).toBe('/scenarios');
  });

  it('says where detections come from if there are none', async () => {
    visit('/scenarios', new FakeServer());
    expect(await screen.findByText('No detections are installed')).toBeTruthy();
  });
});
