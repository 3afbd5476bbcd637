import { FakeServer } from '@/test/FakeServer';
import { anActor } from '@/test/examples';
import { visit } from '@/test/visit';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

const ACTOR = 'GET /api/v1/actors/act-1';
const SAID = '/api/v1/actors/corrections';
const KEY = { type: 'api_key', value: 'key:1', first_seen: '2026-11-01T08:00:00Z', last_seen: '2026-11-20T03:02:00Z', because: 'the consumer presented it', confidence: 1, expires: '2026-12-01T00:00:00Z', class: 'service' as const };
const SUBJECT = { ...KEY, type: 'subject', value: 'house#maria', because: 'the token says so', confidence: 0.99, class: null };
const JOINED = { id: '8', kind: 'join', type: null, value: null, actor: null, from: 'act-1', into: 'act-2', name: null, by: 'cli', at: '2026-11-20T00:00:00Z' };

const server = (applied = true, items: object[] = []) => new FakeServer().answer(ACTOR, anActor({ facets: [KEY, SUBJECT] })).answer(`GET ${SAID}`, { items, applied }).answer('GET /api/v1/actors', { items: [{ ...anActor(), actor: 'a-0000000000002', name: 'the script' }], next_cursor: null });

describe('who is who', () => {
  it('is a picture in which each facet shows its proof when it is reached', async () => {
    const user = userEvent.setup();
    visit('/actors/act-1', server());
    await user.hover(await screen.findByRole('button', { name: /house#maria/ }));
    expect(await screen.findByText('the token says so')).toBeTruthy();
    await user.hover(screen.getByRole('button', { name: /key:1/ }));
    expect(await screen.findByText("service: a program's")).toBeTruthy();
  });

  it('is corrected by unlinking the facet that is shown', async () => {
    const user = userEvent.setup();
    const fake = server().answer(`POST ${SAID}`, JOINED);
    visit('/actors/act-1', fake);
    await user.click(await screen.findByRole('button', { name: 'Unlink' }));
    const dialog = screen.getByRole('dialog', { hidden: true });
    expect(within(dialog).getByText(/stands for itself/)).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Unlink', hidden: true }));
    expect(fake.requests(`POST ${SAID}`)[0]?.body).toEqual({ kind: 'unlink', type: 'api_key', value: 'key:1', actor: 'act-1' });
  });

  it('is corrected by joining, and the reason why it was not kept is told', async () => {
    const user = userEvent.setup();
    const fake = server().refuse(`POST ${SAID}`, 400, 'The body is wrong', 'joining leads back to it');
    visit('/actors/act-1', fake);
    await user.click(await screen.findByRole('button', { name: 'Join into another' }));
    const dialog = screen.getByRole('dialog', { hidden: true });
    await user.type(within(dialog).getByRole('combobox', { hidden: true }), 'a-0000000000002');
    expect(await within(dialog).findByText('the script, user')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Join', hidden: true }));
    expect(await within(dialog).findByText(/joining leads back to it/)).toBeTruthy();
    expect(fake.requests(`POST ${SAID}`)[0]?.body).toEqual({ kind: 'join', from: 'act-1', into: 'a-0000000000002' });
  });

  it('shows what was said of this actor, and takes it back', async () => {
    const user = userEvent.setup();
    const fake = server(true, [JOINED, { ...JOINED, id: '9', from: 'act-7', into: 'act-8' }]).answer(`DELETE ${SAID}/8`, JOINED);
    visit('/actors/act-1', fake);
    expect(await screen.findAllByRole('button', { name: /Take back/ })).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Take back: act-1 is act-2' }));
    expect(fake.requests(`DELETE ${SAID}/8`)).toHaveLength(1);
  });

  it('cannot be corrected over the lake of a cluster', async () => {
    visit('/actors/act-1', server(false));
    expect(await screen.findByRole('button', { name: /house#maria/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Name' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Unlink' })).toBeNull();
  });
});
