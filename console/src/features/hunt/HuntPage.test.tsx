import { aColumn, aSaved, anAnswer, hunting } from '@/test/hunt';
import { visit } from '@/test/visit';
import { fireEvent, screen, within } from '@testing-library/react';
import user from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

const RUN = 'POST /api/v1/hunt/queries';
const editor = () => screen.findByRole('textbox', { name: 'SQL' });
const write = async (sql: string) => fireEvent.change(await editor(), { target: { value: sql } });

describe('hunting', () => {
  it('asks nothing before somebody does', async () => {
    const server = hunting();
    visit('/hunt', server);
    expect(await screen.findByRole('heading', { name: 'Nothing was asked yet' })).toBeTruthy();
    expect(server.requests(RUN)).toEqual([]);
    expect(document.title).toBe('Hunt · Apian');
  });

  it('runs with Ctrl and Enter, puts the statement into the address and leads on from each cell', async () => {
    const server = hunting();
    visit('/hunt', server);
    await write('SELECT actor, calls FROM actors');
    await user.type(await editor(), '{Control>}{Enter}{/Control}');
    const rows = within(await screen.findByRole('table', { name: 'Result' })).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual(['actorcalls', 'act-11,204', 'act-27']);
    expect(screen.getByRole('link', { name: 'act-1' }).getAttribute('href')).toBe('/actors/act-1');
    expect(server.requests(RUN)[0]?.body).toMatchObject({ sql: 'SELECT actor, calls FROM actors' });
    expect(screen.getByText('2 rows in 12 ms')).toBeTruthy();
  });

  it('runs what the address tells, and the same again when asked', async () => {
    const server = hunting();
    visit('/hunt#FROM%20calls%20WHERE%20path%20LIKE%20%27100%25%27', server);
    await screen.findByRole('table', { name: 'Result' });
    expect(server.requests(RUN)[0]?.body).toMatchObject({ sql: "FROM calls WHERE path LIKE '100%'" });
    await user.click(screen.getByRole('button', { name: 'Run' }));
    await screen.findByRole('table', { name: 'Result' });
    expect(server.requests(RUN)).toHaveLength(2);
    expect(new Set(server.requests(RUN).map(({ body }) => (body as { id: string }).id)).size).toBe(2);
  });

  it('says what is wrong and marks where, until the statement changes', async () => {
    const server = hunting();
    const fetch = server.fetch;
    server.fetch = async (input, init) => (String(input) === '/api/v1/hunt/queries' ? Response.json({ title: 'The statement is wrong', detail: 'no column statsu', position: 7, length: 6 }, { status: 400 }) : fetch(input, init));
    visit('/hunt#SELECT%20statsu%20FROM%20calls', server);
    expect((await screen.findByRole('alert')).textContent).toContain('no column statsu');
    expect(screen.getByText('marked: statsu')).toBeTruthy();
    await write('SELECT status FROM calls');
    expect(screen.queryByText(/^marked/)).toBeNull();
  });

  it('tells of a limit in the words of the server, and offers to try again', async () => {
    visit('/hunt#FROM%20calls', hunting().refuse(RUN, 422, 'The query took too long', 'It still ran after 60 s.'));
    expect(await screen.findByRole('heading', { name: 'The query took too long' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('can be cancelled, here and on the server', async () => {
    const server = hunting().answer('DELETE /api/v1/hunt/queries', {});
    const fetch = server.fetch;
    let id = '';
    server.fetch = (input, init) => {
      if (String(input) !== '/api/v1/hunt/queries') return fetch(input, init);
      id = (JSON.parse(String(init?.body)) as { id: string }).id;
      return new Promise((_, refuse) => init?.signal?.addEventListener('abort', () => refuse(new DOMException('', 'AbortError'))));
    };
    visit('/hunt#FROM%20calls', server);
    await user.click(await screen.findByRole('button', { name: /^Cancel/ }));
    expect(await screen.findByRole('heading', { name: 'Cancelled' })).toBeTruthy();
    expect(server.requests(`DELETE /api/v1/hunt/queries/${id}`)).toHaveLength(1);
  });

  it('says what is not all there', async () => {
    visit('/hunt#FROM%20calls', hunting(anAnswer({ cut: 'rows', cells_cut: 1, warnings: ['2 files are damaged'] })));
    expect(await screen.findByText(/first 2 rows and there are more/)).toBeTruthy();
    expect(screen.getByText(/1 value longer/)).toBeTruthy();
    expect(screen.getByText('2 files are damaged')).toBeTruthy();
  });

  it('has an answer without rows', async () => {
    visit('/hunt#FROM%20calls', hunting(anAnswer({ rows: [] })));
    expect(await screen.findByRole('heading', { name: 'No rows' })).toBeTruthy();
  });

  it('keeps only the rows in sight in the page', async () => {
    visit('/hunt#FROM%20calls', hunting(anAnswer({ rows: Array.from({ length: 10_000 }, (_, row) => [`act-${row}`, row]) })));
    const table = await screen.findByRole('table', { name: 'Result' });
    expect(table.getAttribute('aria-rowcount')).toBe('10001');
    expect(within(table).getAllByRole('row').length).toBeLessThan(60);
    fireEvent.scroll(screen.getByRole('region', { name: 'Rows of the result' }), { target: { scrollTop: 29 * 5000 } });
    expect(screen.getByText('act-5000')).toBeTruthy();
    expect(screen.queryByText('act-0')).toBeNull();
  });

  it('draws bars for names and lines for times, and remembers the chart in the address', async () => {
    const here = visit('/hunt#FROM%20calls', hunting());
    await user.click(await screen.findByRole('button', { name: 'Chart' }));
    expect(within(screen.getByRole('list', { name: 'calls as bars' })).getAllByRole('listitem')[0]?.textContent).toBe('act-11,204');
    expect(here.address()).toBe('/hunt?view=chart');
  });

  it('opens a saved query by its address', async () => {
    visit('/hunt', hunting());
    expect((await screen.findByRole('link', { name: 'Refunds' })).getAttribute('href')).toBe('/hunt#FROM%20refunds');
    expect(within(screen.getByRole('region', { name: 'Examples' })).queryByRole('button')).toBeNull();
  });

  it('keeps a query, and puts another text in the place of one', async () => {
    const server = hunting().answer('POST /api/v1/hunt/saved', aSaved()).answer('PUT /api/v1/hunt/saved/q-1', aSaved());
    visit('/hunt', server);
    await write('FROM calls');
    await user.click(screen.getByRole('button', { name: 'Save …' }));
    await user.type(screen.getByRole('textbox', { name: 'Name', hidden: true }), 'All');
    await user.click(screen.getByRole('button', { name: 'Save for everybody', hidden: true }));
    expect(server.requests('POST /api/v1/hunt/saved')[0]?.body).toEqual({ name: 'All', description: '', sql: 'FROM calls' });
    await user.click(await screen.findByRole('button', { name: 'Change' }));
    await user.click(screen.getByRole('button', { name: 'Save for everybody', hidden: true }));
    expect(server.requests('PUT /api/v1/hunt/saved/q-1')[0]?.body).toEqual({ name: 'Refunds', description: 'Who pays back', sql: 'FROM calls' });
  });

  it('does not run the same again where only the view changes', async () => {
    const server = hunting(anAnswer({ columns: [aColumn('n', { form: 'nested', type: 'INTEGER[]' })], rows: [[[1]]] }));
    visit('/hunt#FROM%20calls', server);
    await user.click(await screen.findByRole('button', { name: 'Chart' }));
    expect(screen.getByRole('heading', { name: 'There is nothing to draw' })).toBeTruthy();
    expect(server.requests(RUN)).toHaveLength(1);
  });
});
