import type { ApiDocument, Drift } from '@/shared/api/types';
import { FakeServer } from '@/test/FakeServer';
import { aDocument, aDrift, anInventory, driftOf } from '@/test/endpoints';
import { visit } from '@/test/visit';
import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import user from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

const IMPORT = 'POST /api/v1/documents';
const INVENTORY = anInventory({ endpoints: 3, host: [{ word: 'api.shop.example', endpoints: 3 }] });
const serving = (documents: readonly ApiDocument[], ...drifts: Drift[]) =>
  new FakeServer()
    .answer('GET /api/v1/documents', { items: documents, applied: true })
    .answer('GET /api/v1/drift', driftOf(documents.length, ...drifts))
    .answer('GET /api/v1/inventory', INVENTORY);
const aFile = (name = 'shop.yaml', text = 'openapi: 3.1.0') => new File([text], name);
const choose = (files: File[]) => user.upload(screen.getByLabelText('OpenAPI documents'), files);

describe('drift', () => {
  it('tells in words what differs, each line leading to its endpoint and its calls', async () => {
    visit('/endpoints/drift', serving([aDocument()], aDrift()));
    const link = await screen.findByRole('link', { name: 'GET /v1/orders/{orderId}' });
    const row = within(link.closest('tr') as HTMLElement);
    expect(link.getAttribute('href')).toBe('/endpoints/ep-1');
    expect(row.getByTitle('3 of 120 response bodies lack total').textContent).toBe('3 of 120 response bodies lack total');
    expect(row.getByText('total').tagName).toBe('CODE');
    expect(row.getByRole('link', { name: '3' }).getAttribute('href')).toBe('/calls?endpoint=ep-1');
  });

  it('of a status leads to the calls with it', async () => {
    visit('/endpoints/drift', serving([aDocument()], aDrift({ kind: 'status', name: '418', count: 2, direction: null })));
    expect((await screen.findByRole('link', { name: '2' })).getAttribute('href')).toBe('/calls?endpoint=ep-1&status=418');
  });

  it('that was never seen leads nowhere', async () => {
    visit('/endpoints/drift', serving([aDocument()], aDrift({ kind: 'unused', endpoint_id: null, host: null, says: 'documented, never seen' })));
    const table = within(await screen.findByRole('table', { name: 'Drift' }));
    expect(table.getByText('never')).toBeTruthy();
    expect(table.queryByRole('link')).toBeNull();
  });

  it('is counted by kind, and a kind that is pressed is asked for and kept in the address', async () => {
    const server = serving([aDocument()], aDrift(), aDrift({ kind: 'shadow' }));
    const here = visit('/endpoints/drift?kind=required', server);
    await user.click(await screen.findByRole('button', { name: 'Shadow 1' }));
    expect(here.address()).toBe('/endpoints/drift?kind=required&kind=shadow');
    await waitFor(() => expect(server.requests('GET /api/v1/drift').at(-1)?.query.getAll('kind')).toEqual(['shadow', 'required']));
    expect(screen.getByRole('button', { name: 'Type 0' }).getAttribute('aria-pressed')).toBe('false');
    await user.click(screen.getByRole('button', { name: 'All 2' }));
    expect(here.address()).toBe('/endpoints/drift');
  });

  it('asks for no kind that an address makes up', async () => {
    const server = serving([aDocument()], aDrift());
    visit('/endpoints/drift?kind=odd', server);
    await screen.findByRole('table', { name: 'Drift' });
    expect(server.requests('GET /api/v1/drift')[0]?.query.getAll('kind')).toEqual([]);
  });

  it('where there is none says so', async () => {
    visit('/endpoints/drift', serving([aDocument()]));
    expect(await screen.findByRole('heading', { name: 'Nothing differs' })).toBeTruthy();
  });

  it('is not asked for without a document; the way to one is shown', async () => {
    const server = serving([]);
    visit('/endpoints/drift', server);
    expect(await screen.findByRole('heading', { name: 'No document yet' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Export what was learned' }).getAttribute('href')).toBe('/api/v1/openapi');
    expect(screen.getByRole('button', { name: 'Import a document' })).toBeTruthy();
    expect(server.requests('GET /api/v1/drift')).toEqual([]);
  });
});

describe('the documents', () => {
  it('are listed with who brought them, and what could not be used', async () => {
    visit('/endpoints/drift', serving([aDocument({ hosts: [], notes: ['path /a b is left out'] })]));
    const list = within(await screen.findByRole('list', { name: 'Documents' }));
    for (const text of ['shop', '61 operations', 'any host', 'path /a b is left out']) expect(list.getByText(text)).toBeTruthy();
    expect(list.getByText('by cli', { exact: false })).toBeTruthy();
  });

  it('are imported from files, and each tells what became of it', async () => {
    const server = serving([]).answer(IMPORT, ({ body }) => aDocument({ name: (body as { name: string }).name.replace('.yaml', '') }));
    visit('/endpoints/drift', server);
    await screen.findByRole('heading', { name: 'No document yet' });
    await choose([aFile('a.yaml', 'one'), aFile('b.yaml', 'two')]);
    expect(await screen.findByText('a.yaml is imported as a: 61 operations')).toBeTruthy();
    expect(server.requests(IMPORT).map((one) => one.body)).toEqual([
      { name: 'a.yaml', text: 'one' },
      { name: 'b.yaml', text: 'two' },
    ]);
  });

  it('that cannot be used are refused in the words of the server', async () => {
    visit('/endpoints/drift', serving([aDocument()]).refuse(IMPORT, 400, 'The body is wrong', 'odd: has no field openapi; has no operations'));
    await screen.findByRole('list', { name: 'Documents' });
    await choose([aFile('odd.yaml')]);
    expect(await screen.findByText('odd.yaml was not imported: odd: has no field openapi; has no operations')).toBeTruthy();
  });

  it('that are too large for a browser come by the command line', async () => {
    visit('/endpoints/drift', serving([aDocument()]).refuse(IMPORT, 413, 'The request is too large', 'The body may have 5 bytes here.'));
    await screen.findByRole('list', { name: 'Documents' });
    await choose([aFile()]);
    expect(await screen.findByText(/may have 5 bytes here. Larger documents come by the command line/)).toBeTruthy();
  });

  it('can be dropped, and nothing happens when nothing is dropped', async () => {
    const server = serving([]).answer(IMPORT, aDocument());
    visit('/endpoints/drift', server);
    const place = await screen.findByTestId('drop-files');
    for (const files of [[], [aFile()]]) {
      const drop = createEvent.drop(place);
      Object.defineProperty(drop, 'dataTransfer', { value: { files } });
      fireEvent(place, drop);
    }
    await waitFor(() => expect(server.requests(IMPORT)).toHaveLength(1));
  });

  it('go only when that is meant', async () => {
    const server = serving([aDocument()], aDrift()).answer('DELETE /api/v1/documents/shop', { name: 'shop' });
    visit('/endpoints/drift', server);
    await user.click(await screen.findByRole('button', { name: 'Remove shop' }));
    expect(screen.getByText(/61 routes of Shop will no longer win/)).toBeTruthy();
    await user.click(screen.getByText('Cancel'));
    expect(server.requests('DELETE /api/v1/documents/shop')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Remove shop' }));
    await user.click(within(screen.getByRole('dialog', { hidden: true })).getByText('Remove'));
    await waitFor(() => expect(server.requests('DELETE /api/v1/documents/shop')).toHaveLength(1));
  });

  it('of a cluster say that its job does not obey them', async () => {
    visit('/endpoints/drift', serving([aDocument()]).answer('GET /api/v1/documents', { items: [aDocument()], applied: false }));
    expect(await screen.findByText(/does not read documents/)).toBeTruthy();
  });
});

describe('the export', () => {
  it('is of one host where there are several to choose from', async () => {
    const hosts = [{ word: 'a.example', endpoints: 1 }, { word: 'b.example', endpoints: 2 }];
    visit('/endpoints/drift', serving([aDocument()]).answer('GET /api/v1/inventory', anInventory({ host: hosts })));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Host to export' }), 'b.example');
    expect(screen.getByRole('link', { name: 'Export what was learned' }).getAttribute('href')).toBe('/api/v1/openapi?host=b.example');
  });
});
