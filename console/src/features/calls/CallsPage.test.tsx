import { FakeServer } from '@/test/FakeServer';
import { aCall } from '@/test/examples';
import { visit } from '@/test/visit';
import { screen } from '@testing-library/react';
import user from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

const LIST = 'GET /api/v1/calls';
const page = (...items: ReturnType<typeof aCall>[]) => ({ items, next_cursor: null });

describe('the calls', () => {
  it('are filtered by what the address says, and say by whom in words', async () => {
    const server = new FakeServer().answer(LIST, page(aCall()));
    visit('/calls?actor=act-1&status=403&from=2026-11-20T02:00:00Z', server);
    expect(await screen.findByText('maria@shop.example')).toBeTruthy();
    expect(Object.fromEntries(server.requests(LIST)[0]?.query ?? [])).toEqual({ actor: 'act-1', status: '403', from: '2026-11-20T02:00:00Z' });
  });

  it('can be narrowed by an entity, and widened again', async () => {
    const here = visit('/calls', new FakeServer().answer(LIST, page(aCall())));
    await user.type(await screen.findByLabelText('Add a filter'), 'order:urn:7{Enter}');
    expect(here.address()).toBe('/calls?entity_type=order&entity_id=urn%3A7');
    await user.click(screen.getByRole('button', { name: 'Remove the filter order' }));
    expect(here.address()).toBe('/calls');
  });

  it('do not change for a filter that means nothing', async () => {
    const here = visit('/calls', new FakeServer().answer(LIST, page(aCall())));
    await user.type(await screen.findByLabelText('Add a filter'), 'hello{Enter}');
    expect(here.address()).toBe('/calls');
  });

  it('that do not match offer the way back', async () => {
    const here = visit('/calls?status=599', new FakeServer().answer(LIST, page()));
    await user.click(await screen.findByRole('button', { name: 'Show all calls' }));
    expect(here.address()).toBe('/calls');
    expect(await screen.findByRole('heading', { name: 'No calls yet' })).toBeTruthy();
  });

  it('come from networks by the names that people gave them', async () => {
    const named = { network: '203.0.113.0/24', name: 'Office Berlin', kind: 'egress' };
    const server = new FakeServer()
      .answer(LIST, page(aCall({ client_ip: '203.0.113.7', country: 'DE' }), aCall({ call_id: 'c-2', client_ip: '192.0.2.1' })))
      .answer('GET /api/v1/networks', { items: [named], applied: true });
    visit('/calls', server);
    expect((await screen.findByText('Office Berlin')).title).toMatch(/^Office Berlin, 203\.0\.113\.0\/24: the company’s own way out/);
    expect(screen.getAllByText('Office Berlin')).toHaveLength(1);
    expect(server.requests('GET /api/v1/networks')).toHaveLength(1);
  });

  it('stand where nothing but the request is known', async () => {
    visit('/calls', new FakeServer().answer(LIST, page(aCall({ endpoint_id: null, entities: [] }))));
    expect((await screen.findByText(/\/v1\/orders\/1001/)).closest('a')).toBeNull();
  });
});
