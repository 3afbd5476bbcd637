import { FakeServer } from '@/test/FakeServer';
import { aSummary } from '@/test/examples';
import { visit } from '@/test/visit';
import { screen } from '@testing-library/react';
import user from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

const two = () => new FakeServer().answer('GET /api/v1/alerts', { items: [aSummary(), aSummary({ id: 'a-2', title: 'second' })], next_cursor: null, total: 2, snoozed: 0, suppressed: 0 });

describe('the keys', () => {
  it('j and k walk along the rows and stop at the ends; Enter opens', async () => {
    const here = visit('/alerts', two());
    await screen.findByText('second');
    await user.keyboard('jjj');
    expect(document.activeElement?.textContent).toBe('second');
    await user.keyboard('k');
    expect(document.activeElement?.textContent).toBe('maria read 412 orders of others');
    await user.keyboard('{Enter}');
    expect(here.address()).toBe('/alerts/a-1?place=today');
  });

  it('are letters again inside a field, until Escape', async () => {
    visit('/alerts', two());
    await screen.findByText('second');
    await user.keyboard('/jk?');
    expect((document.activeElement as HTMLInputElement).value).toBe('jk?');
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.keyboard('{Escape}j');
    expect(document.activeElement?.tagName).toBe('A');
  });

  it('g and a letter go to a place; g alone goes nowhere', async () => {
    const here = visit('/alerts', two());
    await screen.findByText('second');
    await user.keyboard('g');
    expect(here.address()).toBe('/alerts');
    await user.keyboard('c');
    expect(here.address()).toBe('/calls');
  });

  it('do nothing where there is nothing to walk along', async () => {
    visit('/nowhere', new FakeServer());
    await user.keyboard('j/u');
    expect(await screen.findByRole('heading', { name: 'There is no such page' })).toBeTruthy();
  });
});

describe('the theme', () => {
  it('follows the system until told otherwise, and remembers', async () => {
    visit('/nowhere', new FakeServer());
    expect(document.documentElement.dataset['theme']).toBeUndefined();
    await user.click(await screen.findByRole('button', { name: 'As the system' }));
    expect(document.documentElement.dataset['theme']).toBe('light');
    await user.click(screen.getByRole('button', { name: 'Light' }));
    expect(localStorage.getItem('apian.theme')).toBe('dark');
    await user.click(screen.getByRole('button', { name: 'Dark' }));
    expect(document.documentElement.dataset['theme']).toBeUndefined();
  });
});
