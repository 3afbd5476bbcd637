import { FakeServer } from '@/test/FakeServer';
import { aCorrection, aDrift, aLine, aPage, anInventory, driftOf } from '@/test/endpoints';
import { visit } from '@/test/visit';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import user from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

const LIST = 'GET /api/v1/endpoints';
const COUNTED = anInventory({ endpoints: 1204, posture: [{ word: 'open', endpoints: 9 }], level: [{ word: 'secret', endpoints: 3 }], label: [{ word: 'token', endpoints: 4 }] });
const serving = (...lines: ReturnType<typeof aLine>[]) =>
  new FakeServer().answer(LIST, aPage(...lines)).answer('GET /api/v1/inventory', COUNTED).answer('GET /api/v1/corrections', { items: [] });

describe('the inventory', () => {
  it('tells of each endpoint who is let in, what data it holds and how its week went', async () => {
    const found = [{ kind: 'api_key', level: 'secret' }, { kind: 'iban', level: 'sensitive' }, { kind: 'email', level: 'personal' }] as const;
    visit('/endpoints', serving(aLine({ posture: 'open', data: [...found], labels: ['token'], state: 'dormant' })));
    const row = within((await screen.findByRole('link', { name: 'GET /v1/orders/{orderId}' })).closest('tr') as HTMLElement);
    for (const text of ['Open', 'API key', '+2', 'token', 'dormant']) expect(row.getByText(text)).toBeTruthy();
    expect(row.getByRole('img', { name: 'Calls by 6 hours, at most 27' }).closest('a')?.getAttribute('href')).toBe('/calls?endpoint=ep-1&from=2026-11-13T04%3A00%3A00Z');
    expect(row.getByRole('link', { name: '5,210' }).getAttribute('href')).toBe('/calls?endpoint=ep-1');
  });

  it('counts on top what there is to worry about, each leading to it', async () => {
    visit('/endpoints', serving(aLine()));
    await waitFor(() => expect(screen.getByRole('link', { name: 'Endpoints 1,204' })).toBeTruthy());
    expect(screen.getByRole('link', { name: 'Open to anybody 9' }).getAttribute('href')).toBe('/endpoints?posture=open');
    expect(screen.getByRole('link', { name: 'With secret data 3' }).getAttribute('href')).toBe('/endpoints?data=secret');
    expect(screen.getByRole('link', { name: 'Dormant for 30 days 0' })).toBeTruthy();
  });

  it('tells how much differs from documents, or that there is none to compare with', async () => {
    visit('/endpoints', serving(aLine()).answer('GET /api/v1/drift', driftOf(1, aDrift(), aDrift({ kind: 'shadow' }))));
    expect((await screen.findByRole('link', { name: '2 drifts' })).getAttribute('href')).toBe('/endpoints/drift');
    cleanup();
    visit('/endpoints', serving(aLine()).answer('GET /api/v1/drift', driftOf(0)));
    expect(await screen.findByRole('link', { name: 'Compare with a document' })).toBeTruthy();
  });

  it('asks for what is picked, and keeps it in the address', async () => {
    const server = serving(aLine());
    const here = visit('/endpoints?posture=open', server);
    await screen.findByRole('option', { name: 'token (4)' });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Label' }), 'token');
    await user.click(screen.getByRole('button', { name: 'Data' }));
    expect(here.address()).toBe('/endpoints?posture=open&label=token&sort=data');
    await waitFor(() => expect(Object.fromEntries(server.requests(LIST).at(-1)?.query ?? [])).toEqual({ posture: 'open', label: 'token', sort: 'data', limit: '100' }));
    expect(screen.getByRole('columnheader', { name: 'Data' }).getAttribute('aria-sort')).toBe('descending');
  });

  it('asks for nothing that an address makes up, and shows a host only where there are several', async () => {
    const server = serving(aLine());
    visit('/endpoints?posture=ajar&state=old&sort=colour', server);
    await screen.findByRole('link', { name: 'GET /v1/orders/{orderId}' });
    expect(Object.fromEntries(server.requests(LIST)[0]?.query ?? [])).toEqual({ sort: 'calls', limit: '100' });
    expect(screen.queryByText('api.shop.example')).toBeNull();
    expect(screen.queryByRole('combobox', { name: 'Host' })).toBeNull();
  });

  it('without a match offers to drop the filters', async () => {
    visit('/endpoints?q=nothing', serving());
    expect(await screen.findByRole('button', { name: 'Show all endpoints' })).toBeTruthy();
  });

  it('that is empty says where endpoints come from', async () => {
    visit('/endpoints', serving());
    expect(await screen.findByRole('heading', { name: 'No endpoints yet' })).toBeTruthy();
  });

  it('stands without its numbers where they cannot be had', async () => {
    visit('/endpoints', new FakeServer().answer(LIST, aPage(aLine())).vanish('GET /api/v1/inventory'));
    expect(await screen.findByRole('link', { name: 'GET /v1/orders/{orderId}' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Endpoints –' })).toBeTruthy();
  });
});

describe('the corrections', () => {
  it('are listed with a way back', async () => {
    visit('/endpoints/corrections', new FakeServer().answer('GET /api/v1/corrections', { items: [aCorrection({ kind: 'rename', name: 'orderId' })] }));
    expect(await screen.findByText('renamed')).toBeTruthy();
    expect(screen.getByText('every host', { exact: false })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Take back: renamed /v1/orders/{id}' })).toBeTruthy();
  });

  it('over a cluster say why none can be added', async () => {
    visit('/endpoints/corrections', new FakeServer().answer('GET /api/v1/corrections', { items: [], applied: false }));
    expect(await screen.findByText(/does not read corrections/)).toBeTruthy();
  });

  it('that nobody made are an answer too', async () => {
    visit('/endpoints/corrections', new FakeServer().answer('GET /api/v1/corrections', { items: [] }));
    expect(await screen.findByRole('heading', { name: 'Nobody corrected anything' })).toBeTruthy();
  });
});
