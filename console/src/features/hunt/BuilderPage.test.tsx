import { hunting } from '@/test/hunt';
import { visit } from '@/test/visit';
import { screen } from '@testing-library/react';
import user from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

const BUILD = 'GET /api/v1/hunt/builder';
const RUN = 'POST /api/v1/hunt/queries';

describe('the builder', () => {
  it('begins with the question that finds most, shows its SQL, and runs nothing by itself', async () => {
    const server = hunting();
    visit('/hunt/builder', server);
    expect((await screen.findByLabelText('SQL')).textContent).toBe('-- Actors\nSELECT actor FROM accesses');
    expect(Object.fromEntries(server.requests(BUILD)[0]?.query ?? [])).toEqual({ measure: 'entities', more_than: '50', days: '7', how: 'unexplained', status: '2xx' });
    expect(server.requests(RUN)).toEqual([]);
    expect(document.title).toBe('Builder · Apian');
  });

  it('keeps each answer to its gaps in the address and asks for the SQL anew', async () => {
    const server = hunting();
    const here = visit('/hunt/builder', server);
    await screen.findByRole('option', { name: 'invoice' });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Entity type' }), 'invoice');
    await user.selectOptions(screen.getByRole('combobox', { name: 'How' }), '');
    await user.type(screen.getByRole('textbox', { name: 'Country' }), 'de{Enter}');
    expect(Object.fromEntries(new URLSearchParams(here.address().split('?')[1]))).toEqual({ measure: 'entities', more_than: '50', days: '7', status: '2xx', entity_type: 'invoice', country: 'de' });
    await screen.findByText(/FROM accesses/);
    expect(server.requests(BUILD).at(-1)?.query.get('entity_type')).toBe('invoice');
  });

  it('runs the SQL it made, and hands it to the editor', async () => {
    const server = hunting();
    visit('/hunt/builder?measure=calls&more_than=5', server);
    expect((await screen.findByRole('link', { name: 'Edit as SQL' })).getAttribute('href')).toBe('/hunt#--%20Actors%0ASELECT%20actor%20FROM%20accesses');
    await user.click(screen.getByRole('button', { name: 'Run' }));
    expect(await screen.findByRole('table', { name: 'Result' })).toBeTruthy();
    expect(server.requests(RUN)[0]?.body).toMatchObject({ sql: '-- Actors\nSELECT actor FROM accesses' });
  });

  it('does not ask the server for words that nobody knows', async () => {
    const server = hunting();
    visit('/hunt/builder?measure=everything&how=guessed&days=0&more_than=x', server);
    await screen.findByLabelText('SQL');
    expect(Object.fromEntries(server.requests(BUILD)[0]?.query ?? [])).toEqual({ measure: 'calls', more_than: '0', days: '7' });
  });

  it('says in the words of the server what it cannot build', async () => {
    visit('/hunt/builder', hunting().refuse(BUILD, 400, 'A parameter is wrong', 'a condition holds a line break'));
    expect(await screen.findByText('a condition holds a line break')).toBeTruthy();
    expect((screen.getByRole('button', { name: 'Run' }) as HTMLButtonElement).disabled).toBe(true);
  });
});
