import type { EndpointDetail } from '@/shared/api/types';
import { FakeServer } from '@/test/FakeServer';
import { aCorrection, aKnownEndpoint, anEndpoint } from '@/test/endpoints';
import { visit } from '@/test/visit';
import { screen, waitFor, within } from '@testing-library/react';
import user from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

const KEPT = 'POST /api/v1/corrections';
const serving = (endpoint: EndpointDetail) => new FakeServer().answer('GET /api/v1/endpoints/ep-1', endpoint).answer('GET /api/v1/corrections', { items: [] });

describe('an endpoint', () => {
  it('tells how it answers, each status with its calls', async () => {
    visit('/endpoints/ep-1', serving(anEndpoint({ statuses: [{ status: 403, calls: 50 }] })));
    const statuses = await screen.findByRole('table', { name: 'Statuses' });
    expect(within(statuses).getByText('25%')).toBeTruthy();
    expect(within(statuses).getByRole('link', { name: '50' }).getAttribute('href')).toBe('/calls?endpoint=ep-1&status=403');
  });

  it('tells who is let in, and by how many calls that is known', async () => {
    visit('/endpoints/ep-1', serving(aKnownEndpoint()));
    expect(await screen.findByText('12 of 5,210 served calls came without a credential.')).toBeTruthy();
  });

  it('shows bodies as a tree, with types and presence', async () => {
    visit('/endpoints/ep-1', serving(aKnownEndpoint()));
    const keys = within(await screen.findByRole('list', { name: 'Keys of responses' })).getAllByRole('listitem');
    expect(keys.map((key) => key.textContent)).toEqual(['items[]array100%', 'skustring | null90%', 'items_totalinteger5%']);
    expect(screen.getByRole('heading', { name: 'No requests with a JSON body seen' })).toBeTruthy();
  });

  it('tells data, parameters, entities and neighbours, and leads on to them', async () => {
    visit('/endpoints/ep-1', serving(aKnownEndpoint()));
    expect(within(await screen.findByRole('table', { name: 'Data found' })).getByText('318')).toBeTruthy();
    expect(within(screen.getByRole('table', { name: 'Query parameters' })).getByText('50%')).toBeTruthy();
    expect(screen.getByRole('link', { name: '212' }).getAttribute('href')).toBe('/entities?type=order');
    expect(screen.getByRole('link', { name: 'DELETE' }).getAttribute('href')).toBe('/endpoints/ep-2');
  });

  it('without host, callers, hours and anything learned still stands', async () => {
    visit('/endpoints/ep-1', serving(anEndpoint()));
    expect(await screen.findByText(/nobody knows who would be let in/)).toBeTruthy();
    for (const title of ['No callers kept', 'No answers kept', 'None found', 'No query parameters seen', 'It names no entities']) {
      expect(screen.getByRole('heading', { name: title })).toBeTruthy();
    }
    expect(screen.queryByRole('table', { name: 'Other methods' })).toBeNull();
  });

  it('at the root has no parts to correct', async () => {
    visit('/endpoints/ep-1', serving(anEndpoint({ template: '/' })));
    expect(await screen.findByText('The root has no parts.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Pin it' })).toBeNull();
  });

  it('that is gone says so and offers no second try', async () => {
    visit('/endpoints/ep-1', new FakeServer().refuse('GET /api/v1/endpoints/ep-1', 404, 'No such endpoint', 'There is none.'));
    expect(await screen.findByText('No such endpoint')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });
});

describe('why this template', () => {
  const part = async (text: string) => within((await screen.findByText(text, { selector: '.reasons .code *' })).closest('li') as HTMLElement);

  it('tells for each part what it was decided by', async () => {
    visit('/endpoints/ep-1', serving(aKnownEndpoint()));
    const variable = await part('{orderId}');
    expect(variable.getByText('the names here turned out to be values')).toBeTruthy();
    expect(variable.getByText('212 values, 94% seen once · echoed as "id" in 88% of responses')).toBeTruthy();
    expect((await part('v1')).queryByText(/sure/)).toBeNull();
  });

  it('a name that a document tells cannot be taken for a value', async () => {
    visit('/endpoints/ep-1', serving(aKnownEndpoint({ decisions: [{ part: 1, text: 'orders', because: 'documented', odds: 0, evidence: [] }] })));
    expect((await part('orders')).getByText('an imported document says so')).toBeTruthy();
    expect((await part('orders')).queryByRole('button')).toBeNull();
    expect((await part('v1')).getByRole('button', { name: 'It is a value' })).toBeTruthy();
  });

  it('a pin asks first, and keeps nothing until it is meant', async () => {
    const server = serving(aKnownEndpoint()).answer(KEPT, aCorrection());
    visit('/endpoints/ep-1', server);
    await user.click(await screen.findByRole('button', { name: 'Pin it' }));
    expect(screen.getByText(/stays one endpoint, whatever is learned later/)).toBeTruthy();
    await user.click(screen.getByText('Cancel'));
    expect(server.requests(KEPT)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Pin it' }));
    await user.click(screen.getByText('Pin'));
    await waitFor(() => expect(server.requests(KEPT)[0]?.body).toEqual({ kind: 'pin', host: 'api.shop.example', method: 'GET', template: '/v1/orders/{orderId}' }));
  });

  it('a part is renamed under its own template, not under what follows it', async () => {
    const server = serving(aKnownEndpoint({ template: '/v1/orders/{orderId}/items' })).answer(KEPT, aCorrection());
    visit('/endpoints/ep-1', server);
    await user.click((await part('{orderId}')).getByRole('button', { name: 'Rename' }));
    await user.clear(screen.getByRole('textbox', { name: 'Name of the variable part', hidden: true }));
    await user.type(screen.getByRole('textbox', { name: 'Name of the variable part', hidden: true }), 'number');
    await user.click(within(screen.getByRole('dialog', { hidden: true })).getByText('Rename'));
    await waitFor(() => expect(server.requests(KEPT)[0]?.body).toEqual({ kind: 'rename', host: 'api.shop.example', template: '/v1/orders/{orderId}', name: 'number' }));
  });

  it('what was said can be taken back', async () => {
    const server = serving(aKnownEndpoint()).answer('GET /api/v1/corrections', { items: [aCorrection()] }).answer('DELETE /api/v1/corrections/co-1', aCorrection());
    visit('/endpoints/ep-1', server);
    await user.click(await screen.findByRole('button', { name: 'Take back: pinned /v1/orders/{id}' }));
    expect(server.requests('DELETE /api/v1/corrections/co-1')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Pin it' })).toBeNull();
  });

  it('what the server refuses stays on the screen in its words', async () => {
    visit('/endpoints/ep-1', serving(aKnownEndpoint()).refuse(KEPT, 403, 'Forbidden', 'This token may only read.'));
    await user.click((await part('{orderId}')).getByRole('button', { name: 'Reject' }));
    await user.click(within(screen.getByRole('dialog', { hidden: true })).getByText('Reject'));
    expect(await screen.findByText('Not kept: This token may only read.')).toBeTruthy();
  });
});
