import { FakeServer } from '@/test/FakeServer';
import { visit } from '@/test/visit';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';

const ACTORS = 30_000;
const PAGE = 200;
const ROW_PIXELS = 41;

const actor = (i: number) => ({ actor: `a-${i}`, name: `consumer ${i}`, kind: 'user', first_seen: '2026-11-01T00:00:00Z', last_seen: '2026-11-20T00:00:00Z', calls: ACTORS - i, risk: null, open_alerts: 0 });

function many(): FakeServer {
  return new FakeServer().answer('GET /api/v1/actors', ({ query }) => {
    const from = Number(query.get('cursor') ?? 0);
    const items = Array.from({ length: Math.min(PAGE, ACTORS - from) }, (_, i) => actor(from + i));
    return { items, next_cursor: from + PAGE < ACTORS ? String(from + PAGE) : null, total: from === 0 ? ACTORS : null, as_of: '2026-11-20T00:00:00Z' };
  });
}

const drawn = () => document.querySelectorAll('tbody tr[data-index]').length;

async function scrollTo(row: number) {
  await act(async () => {
    Object.defineProperty(window, 'scrollY', { value: row * ROW_PIXELS, configurable: true });
    fireEvent.scroll(window);
    await Promise.resolve();
  });
}

describe('a list of very many actors', () => {
  test('tells how long it is, and has few rows in the document', async () => {
    visit('/actors', many());
    await screen.findByText('consumer 0');
    const table = screen.getByRole('table', { name: 'Actors' });
    expect(table.getAttribute('aria-rowcount')).toBe(String(ACTORS + 1));
    expect(screen.getByText('consumer 0').closest('tr')?.getAttribute('aria-rowindex')).toBe('2');
    expect(screen.getByText(/of 30,000 shown/)).toBeTruthy();
    expect(drawn()).toBeLessThan(60);
  });

  test('goes on while one scrolls, however far, with as few rows as before', async () => {
    const server = many();
    visit('/actors', server);
    await screen.findByText('consumer 0');
    for (let pages = 1; pages <= 10; pages++) {
      await scrollTo(pages * PAGE - 20);
      await waitFor(() => expect(server.requests('GET /api/v1/actors').length).toBe(pages + 1));
    }
    await waitFor(() => expect(document.querySelector('tbody tr[aria-rowindex="1990"]')).toBeTruthy());
    expect(drawn()).toBeLessThan(60);
    await scrollTo(0);
  }, 60_000);

  test('keeps what has the focus, and its neighbours', async () => {
    visit('/actors', many());
    const first = await screen.findByRole('link', { name: 'consumer 3' });
    act(() => first.focus());
    await scrollTo(60);
    await waitFor(() => expect(screen.queryByText('consumer 8')).toBeNull());
    expect(document.activeElement?.textContent).toBe('consumer 3');
    await userEvent.keyboard('j');
    expect(document.activeElement?.textContent).toBe('consumer 4');
    await scrollTo(0);
  });

  test('is put in order by its headings, in the address', async () => {
    const server = many();
    const { address } = visit('/actors', server);
    await userEvent.click(await screen.findByRole('button', { name: /Last seen/ }));
    expect(address()).toBe('/actors?sort=last_seen');
    await waitFor(() => expect(server.requests('GET /api/v1/actors').at(-1)?.query.get('sort')).toBe('last_seen'));
  });

  test('says when it was counted', async () => {
    visit('/actors', many());
    expect(await screen.findByText(/^counted/)).toBeTruthy();
  });
});
