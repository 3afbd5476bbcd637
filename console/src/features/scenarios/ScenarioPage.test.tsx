import { FakeServer } from '@/test/FakeServer';
import { aSummary } from '@/test/examples';
import { aBackTest, aScenario, aScenarioDetail } from '@/test/scenarios';
import { visit } from '@/test/visit';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

const ONE = 'GET /api/v1/scenarios/id-walk';
const START = 'POST /api/v1/scenarios/id-walk/back-test';
const TEST = 'GET /api/v1/back-tests/t-1';
const SAVE = 'PUT /api/v1/scenarios/id-walk/settings';
const user = userEvent.setup();
const server = () => new FakeServer().answer(ONE, aScenarioDetail());

async function change(name: string, value: string) {
  const field = await screen.findByRole('textbox', { name });
  await user.clear(field);
  await user.type(field, value);
}

describe('the page of a detection', () => {
  it('tells what it asks, how noisy it is and what it found last', async () => {
    visit('/scenarios/id-walk', new FakeServer().answer(ONE, aScenarioDetail({ findings: [aSummary()] })));
    expect(await screen.findByRole('heading', { level: 1, name: aScenario().title })).toBeTruthy();
    expect(screen.getByRole('group', { name: /Signals and alerts by the day, at most 2 signals/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: /maria read 412 orders/ })).toBeTruthy();
    expect(screen.getByText('roles are kept as they are now')).toBeTruthy();
    expect(screen.getByText('It is as it comes')).toBeTruthy();
  });

  it('tries settings, shows the difference and saves them with a reason', async () => {
    const fake = server().answer(START, aBackTest({ status: 'running', result: null, calls_read: 300 })).answer(TEST, aBackTest());
    const here = visit('/scenarios/id-walk', fake);
    await change('Steps when blind', '50');
    await user.click(screen.getByRole('button', { name: 'Back-test' }));
    expect(fake.requests(START)[0]?.body).toEqual({ on: true, limits: { stepsWhenBlind: '50' } });
    expect(here.address()).toBe('/scenarios/id-walk?test=t-1');
    expect(await screen.findByText(aBackTest().result?.sentence ?? '', {}, { timeout: 3000 })).toBeTruthy();
    expect(screen.getByRole('img', { name: /proposed settings 4, with the present ones 0/ })).toBeTruthy();
    const example = screen.getByRole('row', { name: /Gone/ });
    expect(within(example).getByRole('link', { name: '2 calls' }).getAttribute('href')).toContain('actor=act-1');
    await user.click(screen.getByRole('button', { name: 'Signals' }));
    expect(here.address()).toBe('/scenarios/id-walk?test=t-1&by=signals');

    fake.answer(SAVE, aScenarioDetail({ scenario: aScenario({ changed: true }) }));
    await user.click(screen.getByRole('button', { name: 'Save …' }));
    const dialog = within(screen.getByRole('dialog', { hidden: true }));
    expect(dialog.getByText(/would have raised 4 alerts/)).toBeTruthy();
    await user.type(dialog.getByRole('textbox', { name: 'Why', hidden: true }), 'billing walks at night');
    await user.click(dialog.getByRole('button', { name: 'Save', hidden: true }));
    await waitFor(() => expect(fake.requests(SAVE)[0]?.body).toEqual({ on: true, limits: { stepsWhenBlind: '50' }, reason: 'billing walks at night', back_test: 't-1' }));
  });

  it('says what is saved without a back-test', async () => {
    visit('/scenarios/id-walk', server());
    await user.click(await screen.findByRole('switch', { name: /At work/ }));
    await user.click(screen.getByRole('button', { name: 'Save …' }));
    expect(screen.getByText(/were not back-tested/)).toBeTruthy();
  });

  it('shows how far it is, and cancels', async () => {
    const running = aBackTest({ status: 'running', result: null, calls_read: 300 });
    const fake = server().answer(TEST, running).answer('DELETE /api/v1/back-tests/t-1', running);
    visit('/scenarios/id-walk?test=t-1', fake);
    expect(await screen.findByText('300 of 1,200 calls judged again (25%)')).toBeTruthy();
    fake.answer(TEST, aBackTest({ status: 'cancelled', result: null }));
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText('The back-test was cancelled.')).toBeTruthy();
  });

  it('says that a back-test is of other settings, and takes them over when told', async () => {
    visit('/scenarios/id-walk?test=t-1', server().answer(TEST, aBackTest()));
    expect(await screen.findByText(/other settings than those above: steps when blind 50/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Use them' }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Steps when blind' }).value).toBe('50');
    expect(screen.queryByText(/other settings than those above/)).toBeNull();
  });

  it("tells the server's own words about wrong values", async () => {
    visit('/scenarios/id-walk', server().refuse(START, 400, 'The body is wrong', 'stepsWhenBlind=1, expected a whole number from 3 to 100000'));
    await change('Steps when blind', '1');
    await user.click(screen.getByRole('button', { name: 'Back-test' }));
    expect(await screen.findByText(/expected a whole number from 3 to 100000/)).toBeTruthy();
  });

  it('does not offer what cannot be', async () => {
    visit('/scenarios/id-walk', new FakeServer().answer(ONE, aScenarioDetail({ applied: false, replay: { possible: false, exact: false, unkept: ['usernames'] } })));
    await change('Steps when blind', '50');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Back-test' }).disabled).toBe(true);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save …' }).disabled).toBe(true);
    expect(screen.getByText(/shows a cluster's lake/)).toBeTruthy();
  });

  it('says so if there is no such detection', async () => {
    visit('/scenarios/nothing', new FakeServer().refuse('GET /api/v1/scenarios/nothing', 404, 'No such detection', 'There is no detection with the id nothing'));
    expect(await screen.findByText('No such detection')).toBeTruthy();
  });
});
