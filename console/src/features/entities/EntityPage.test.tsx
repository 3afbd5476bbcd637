import { FakeServer } from '@/test/FakeServer';
import { EVE, JON, aPassing, aProcess, aTouch, anEntity } from '@/test/entities';
import { visit } from '@/test/visit';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

const READ = 'GET /orders/{orderId}';
const PAY = 'POST /orders/{orderId}/pay';
const MAKE = 'POST /orders';
const PROCESS = aProcess(100, [null, MAKE, 99], [null, READ, 1], [MAKE, READ, 90], [READ, PAY, 60], [READ, MAKE, 1], [PAY, null, 60]);

const at = (id: string, entity: object, process: object = PROCESS) =>
  new FakeServer().answer(`GET /api/v1/entities/order/${id}`, entity).answer('GET /api/v1/entity-types/order/process', process);

describe('an entity', () => {
  it('tells who touched it, how each knew it first, and which of them is its owner', async () => {
    const touched_by = [aTouch(), aTouch({ actor: EVE, how: 'unexplained', whose: 'other', calls: 1 })];
    visit('/entities/order/a%2Fb', at('a%2Fb', anEntity({ id: 'a/b', owner: JON, actors: 2, calls: 9, touched_by })));
    const rows = within(await screen.findByRole('table', { name: 'Who touched it' })).getAllByRole('row');
    expect(rows[1]?.textContent).toContain('owner');
    expect(rows[2]?.textContent).not.toContain('owner');
    expect(within(rows[2] as HTMLElement).getByText('unexplained').className).toContain('tone-critical');
    expect(within(rows[2] as HTMLElement).getByText('other').className).toContain('tone-high');
    expect(within(rows[2] as HTMLElement).getByRole('link', { name: '1' }).getAttribute('href')).toBe('/calls?entity_type=order&entity_id=a%2Fb&actor=act-9');
    expect(screen.getByLabelText('What the words mean').textContent).toBe('createdIt made the thingunexplainedNothing explains how it knew the thing');
  });

  it('says where it went another way than its like, and is quiet about the usual one', async () => {
    const history = [
      aPassing({ time: '2026-11-20T02:00:00Z', endpoint: MAKE, how: 'created' }),
      aPassing({ time: '2026-11-20T02:10:00Z', endpoint: READ }),
      aPassing({ time: '2026-11-20T02:10:01Z', endpoint: READ }),
      aPassing({ time: '2026-11-20T05:10:01Z', endpoint: MAKE, actor: EVE, how: 'unexplained', whose: 'other' }),
    ];
    visit('/entities/order/7', at('7', anEntity({ calls: 4, actors: 2, history })));
    const life = await screen.findByRole('list', { name: 'Its process so far' });
    expect(await within(life).findAllByText(/^Unusual here/)).toHaveLength(1);
    expect(within(life).getByText(`Unusual here: 1 of 61 times after ${READ}`)).toBeTruthy();
    expect(within(life).getByText('×2')).toBeTruthy();
    expect(within(life).getByText('3 h later')).toBeTruthy();
    expect(screen.getByText('1 unusual step')).toBeTruthy();
  });

  it('whose first calls are gone is not judged by the first one that is left', async () => {
    visit('/entities/order/7', at('7', anEntity({ calls: 900, actors: 1, history: [aPassing()] })));
    expect(await screen.findByText('899 earlier calls')).toBeTruthy();
    expect(await screen.findByRole('region', { name: 'The usual way' })).toBeTruthy();
    expect(screen.queryByText(/^Unusual here/)).toBeNull();
  });

  it('may have no owner that is known, no calls left, and no like to be held against', async () => {
    visit('/entities/order/7', new FakeServer().answer('GET /api/v1/entities/order/7', anEntity()));
    expect(await screen.findByText('not known')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'No callers kept' })).toBeTruthy();
    expect(screen.getAllByRole('heading', { name: 'No calls kept' })).toHaveLength(2);
    expect(await screen.findByRole('heading', { name: 'Not known yet' })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the list of entities', () => {
  it('is empty until an id is learned', async () => {
    visit('/entities', new FakeServer().answer('GET /api/v1/entities', { items: [], next_cursor: null, types: [] }));
    expect(await screen.findByRole('heading', { name: 'No entities yet' })).toBeTruthy();
  });
});
