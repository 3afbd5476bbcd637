import { render, screen } from '@testing-library/react';
import { expect, it, onTestFinished } from 'vitest';
import { Guard } from './Guard';

function Broken(): never {
  throw new Error('The chunk is gone.');
}

it('keeps what is beside a failed part', () => {
  const { error } = console;
  console.error = () => {};
  onTestFinished(() => void (console.error = error));
  render(
    <>
      <p>the story</p>
      <Guard instead="The chart could not be drawn">
        <Broken />
      </Guard>
    </>,
  );
  expect(screen.getByText('the story')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'The chart could not be drawn' })).toBeTruthy();
});

it('is not seen where nothing fails', () => {
  render(<Guard instead="oh"><p>the chart</p></Guard>);
  expect(screen.getByText('the chart')).toBeTruthy();
  expect(screen.queryByText('oh')).toBeNull();
});
