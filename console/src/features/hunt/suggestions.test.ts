import { TABLES } from '@/test/hunt';
import { describe, expect, it } from 'vitest';
import { suggestionsAt } from './suggestions';

const names = (sql: string, word: string) => suggestionsAt(sql, sql.length - word.length, word, TABLES).all.map(({ text }) => text);

describe('the completion', () => {
  it('offers tables after FROM and JOIN', () => {
    expect(names('SELECT 1 FROM ca', 'ca')).toEqual(['calls', 'actors']);
    expect(names('FROM calls JOIN ', '')).toEqual(['calls', 'actors']);
  });

  it('offers the columns of the tables that are named, else of all, each name once', () => {
    expect(names('FROM calls WHERE ', '')).toEqual(['time', 'actor', 'calls', 'actors']);
    expect(names('SELECT a', 'a')).toEqual(['time', 'actor', 'name', 'calls', 'actors']);
  });

  it('knows what an alias stands for', () => {
    expect(names('FROM calls c WHERE c.', 'c.')).toEqual(['time', 'actor']);
    expect(names('FROM actors AS a WHERE a.n', 'a.n')).toEqual(['actor', 'name']);
    expect(suggestionsAt('FROM calls c WHERE c.ti', 20, 'c.ti', TABLES).skip).toBe(2);
    expect(names('FROM calls c WHERE x.', 'x.')).toEqual([]);
  });
});
