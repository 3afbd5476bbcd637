import { FakeServer } from '@/test/FakeServer';
import { aProcess, aType, anExplained } from '@/test/entities';
import { visit } from '@/test/visit';
import { screen, within } from '@testing-library/react';
import user from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

const READ = 'GET /orders/{orderId}';
const MAKE = 'POST /orders';
const CANCEL = 'POST /orders/{orderId}/cancel';
const operation = (endpoint: string, calls: number) => ({ endpoint, endpoint_id: `ep-${endpoint}`, host: null, calls });

describe('the types of entities', () => {
  it('tell what is done with them; too little explained stands out, unless bodies are missing', async () => {
    const items = [
      aType({ life_cycle: { ...aType().life_cycle, creates: [operation(MAKE, 678)], reads: [operation(READ, 6003), operation('GET /partner/orders/{orderId}', 7005)] } }),
      aType({ type: 'refund', explained_share: 0.8 }),
      aType({ type: 'product', explained_share: 0.31, blind: true }),
      aType({ type: 'export', explained_share: null }),
    ];
    visit('/entity-types', new FakeServer().answer('GET /api/v1/entity-types', { items }));
    const rows = within(await screen.findByRole('table', { name: 'Entity types' })).getAllByRole('row') as HTMLElement[];
    const [, order, refund, product, none] = rows as [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement];
    expect(within(order).getByRole('link', { name: '678' }).getAttribute('href')).toBe('/calls?endpoint=ep-POST+%2Forders');
    expect(within(order).getByRole('link', { name: '13,008' }).getAttribute('href')).toBe('/entity-types/order#reads');
    expect(rows.map((row) => row.querySelector('.meter.tone-high') !== null)).toEqual([false, false, true, false, false]);
    expect(within(refund).queryByText('blind')).toBeNull();
    expect(within(product).getByText('blind')).toBeTruthy();
    expect(within(none).getByText('not judged')).toBeTruthy();
  });

  it('say what to do where there are none', async () => {
    visit('/entity-types', new FakeServer().answer('GET /api/v1/entity-types', { items: [] }));
    expect(await screen.findByRole('heading', { name: 'No entity types yet' })).toBeTruthy();
    expect(document.title).toBe('Entity types · Apian');
  });
});

describe('the process of a type', () => {
  const process = aProcess(1000, [null, MAKE, 1000], [MAKE, READ, 900], [READ, READ, 400], [READ, null, 995], [READ, CANCEL, 5], [CANCEL, null, 5]);
  const server = () => new FakeServer().answer('GET /api/v1/entity-types', { items: [aType()] }).answer('GET /api/v1/entity-types/order/process', process);

  it('is a map whose operations lead to their endpoints, and a table with the same numbers', async () => {
    visit('/entity-types/order', server());
    const map = await screen.findByRole('group', { name: /^What follows what for order/ });
    const read = within(map).getAllByRole('link').find((link) => link.textContent?.includes(`${READ}: 1,300 times`));
    expect(read?.getAttribute('href')).toBe('/endpoints/ep-GET%20%2Forders%2F%7BorderId%7D');
    expect(within(map).getAllByRole('link')).toHaveLength(3);
    const rows = within(screen.getByRole('table', { name: 'Steps' })).getAllByRole('row');
    expect(rows).toHaveLength(1 + process.edges.length);
    expect(rows[1]?.textContent).toContain('first call');
    expect(document.title).toBe('order · Entity types · Apian');
  });

  it('hides what few things do, and keeps that in the address', async () => {
    const here = visit('/entity-types/order', server());
    await user.click(await screen.findByRole('button', { name: '1%' }));
    expect(here.address()).toBe('/entity-types/order?hide=0.01');
    expect(screen.getByText(/2 of 6 steps hidden, and 1 operation with them/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: `${CANCEL}, 5 times` })).toBeNull();
  });

  it('may not exist: of a type whose things were only refused, and of a type that is none', async () => {
    visit('/entity-types/order', new FakeServer().answer('GET /api/v1/entity-types', { items: [aType()] }));
    expect(await screen.findByRole('heading', { name: 'No process yet' })).toBeTruthy();
    visit('/entity-types/odrer', new FakeServer().answer('GET /api/v1/entity-types', { items: [aType()] }));
    expect(await screen.findByRole('heading', { name: 'No call names a thing of this type' })).toBeTruthy();
  });

  it('says so when the server fails', async () => {
    visit('/entity-types/order', server().refuse('GET /api/v1/entity-types/order/process', 503, 'Too busy', 'Ask again.'));
    expect((await screen.findByRole('alert')).textContent).toContain('Ask again.');
  });
});

describe('how well accesses are explained', () => {
  it('is told by endpoint; what is unexplained is loud only where Apian could have seen more', async () => {
    const items = [anExplained(), anExplained({ endpoint: 'GET /products/{id}', endpoint_id: 'ep-2', unexplained: 9, blind: true })];
    const server = new FakeServer().answer('GET /api/v1/explained', { items, next_cursor: null }).answer('GET /api/v1/entity-types', { items: [aType()] });
    visit('/explained?type=order', server);
    expect((await screen.findByText('50')).className).toBe('loud');
    expect(screen.getByText('9').className).toBe('');
    expect(server.requests('GET /api/v1/explained')[0]?.query.get('type')).toBe('order');
  });
});
