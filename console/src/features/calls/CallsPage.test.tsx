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

  it('stand where nothing but the request is known', async () => {
    visit('/calls', new FakeServer().answer(LIST, page(aCall({ endpoint_id: null, entities: [] }))));
    expect((await screen.findByText(/\/v1\/orders\/1001/)).closest('a')).toBeNull();
  });
});
