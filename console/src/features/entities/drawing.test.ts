import { aProcess } from '@/test/entities';
import { describe, expect, it } from 'vitest';
import { type Drawing, draw } from './drawing';
import { layersOf } from './layers';
import { shortNames } from './names';
import { BEGIN, END, readableShare, stepsFrom, usualWay, usualness } from './steps';

const [A, B, C, D] = ['GET /a', 'GET /b', 'GET /c', 'GET /d'];

/** A process of many operations and of steps that are drawn from a generator with a fixed seed. */
function crowd(operations: number, steps: number) {
  let state = 7;
  const next = (below: number) => (state = (state * 16807) % 2147483647) % below;
  const names = Array.from({ length: operations }, (_, index) => `GET /things/{thingId}/part-${index}`);
  const edges = new Map<string, [string | null, string | null, number]>([['', [null, names[0] ?? '', 1000]]]);
  while (edges.size < steps) {
    const [from, to] = [names[next(operations)] ?? '', names[next(operations)] ?? ''];
    edges.set(`${from}${to}`, [from, to, 1 + next(900)]);
  }
  return aProcess(1000, ...edges.values(), [names.at(-1) ?? '', null, 1000]);
}

function overlaps(drawing: Drawing): number {
  return drawing.boxes.flatMap((one, index) =>
    drawing.boxes.slice(index + 1).filter((other) => one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height),
  ).length;
}

describe('the layers of a process map', () => {
  it('go from the first call to the last, each operation behind all that usually come before it', () => {
    const { edges } = aProcess(100, [null, A, 100], [A, B, 60], [A, C, 40], [B, C, 50], [C, null, 100]);
    expect(Object.fromEntries(layersOf(edges))).toEqual({ [BEGIN]: 0, [A]: 1, [B]: 2, [C]: 3, [END]: 4 });
  });

  it('follow the more frequent direction where operations follow each other', () => {
    const { edges } = aProcess(100, [null, A, 100], [A, B, 80], [B, A, 70], [B, C, 60], [C, A, 50], [C, null, 10]);
    expect(Object.fromEntries(layersOf(edges))).toEqual({ [BEGIN]: 0, [A]: 1, [B]: 2, [C]: 3, [END]: 4 });
  });

  it('give every operation a place, even one that nothing visible leads to', () => {
    const { edges } = aProcess(100, [A, B, 50], [C, D, 40]);
    expect([...layersOf(edges).keys()].sort()).toEqual([BEGIN, A, B, C, D].sort());
  });
});

describe('a process map', () => {
  it('keeps its operations apart and inside, with 3 of them and with 25', () => {
    for (const process of [aProcess(9, [null, A, 9], [A, B, 5], [B, A, 4], [A, C, 3], [C, null, 3]), crowd(25, 140)]) {
      const drawing = draw(process.edges);
      expect(overlaps(drawing)).toBe(0);
      for (const box of drawing.boxes) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(drawing.width);
        expect(box.y + box.height).toBeLessThanOrEqual(drawing.height);
      }
    }
  });

  it('draws frequent steps wider, and the same ones the same way every time', () => {
    const { edges } = crowd(12, 40);
    const { strokes } = draw(edges);
    expect(strokes.map((stroke) => stroke.width)).toEqual(strokes.map((stroke) => stroke.width).sort((one, other) => other - one));
    expect(draw(edges)).toEqual(draw(edges));
  });

  it('writes no number over another', () => {
    const labels = draw(crowd(12, 40).edges).strokes.flatMap((stroke) => stroke.label ?? []);
    expect(labels.length).toBeGreaterThan(10);
    const close = labels.flatMap((one, index) => labels.slice(index + 1).filter((other) => Math.abs(one.x - other.x) < 40 && Math.abs(one.y - other.y) < 24));
    expect(close).toEqual([]);
  });

  it('hides no more than it must to be readable', () => {
    const small = aProcess(100, [null, A, 100], [A, B, 1]);
    expect(readableShare(small)).toBe(0);
    const large = crowd(25, 140);
    expect(readableShare(large)).toBeGreaterThan(0);
    expect(stepsFrom(large, readableShare(large)).length).toBeLessThan(large.edges.length);
  });
});

describe('what is usual', () => {
  const process = aProcess(100, [null, A, 97], [null, B, 3], [A, B, 80], [B, B, 300], [B, A, 20], [B, null, 60], [A, null, 1], [C, A, 3]);

  it('is the most frequent way, without turning in circles', () => {
    expect(usualWay(process).map(({ step, share }) => [step.to, share])).toEqual([[A, 0.97], [B, 80 / 81], [null, 0.75]]);
  });

  it('tells a step that is rarely taken, or never; of too few it tells nothing', () => {
    expect(usualness(process, null, B)?.unusual).toBe(false);
    expect(usualness(process, A, C)).toEqual({ times: 0, of: 81, unusual: true });
    expect(usualness(process, C, A)).toBeNull();
  });
});

describe('the names in the boxes', () => {
  it('leave out what all have in common, then the names of variables, then the beginning', () => {
    const names = shortNames(['GET /v1/orders', 'GET /v1/orders/{orderId}', 'GET /v1/orders/{orderId}/timeline', 'PUT /v1/orders/{orderId}/items/{itemId}/notes', 'GET /v1/a-part-that-is-too-long-by-itself']);
    expect([...names.values()]).toEqual(['/orders', '/orders/{orderId}', '/orders/{}/timeline', '…/{}/items/{}/notes', '…too-long-by-itself']);
  });
});
