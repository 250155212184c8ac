import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineEnd, lineGeometry, lineHeight, lineTicks } from './line-geometry';

const point = (key: string, value: number) => ({ key, value });

describe('places', () => {
  test('nothing without points', () => {
    expect(lineGeometry([])).toMatchObject({ dots: [], ticks: [], named: [], isCut: false });
  });

  test('one point in the middle, named once', () => {
    const { dots, named } = lineGeometry([point('2026-08', 5)]);
    expect(dots).toHaveLength(1);
    expect(dots[0]?.x).toBe(lineEnd / 2);
    expect(named).toEqual([{ at: 0, x: lineEnd / 2, anchor: 'middle', minor: false }]);
  });

  test('as far apart as the times are', () => {
    const { dots } = lineGeometry([
      point('2026-01-01', 1),
      point('2026-01-02', 2),
      point('2026-01-05', 3),
    ]);
    expect(dots.map(({ x }) => x)).toEqual([0, lineEnd / 4, lineEnd]);
  });

  test('a month where it begins, among days', () => {
    const { dots } = lineGeometry([point('2026-01-31', 1), point('2026-02', 2)]);
    expect(dots.map(({ at }) => at)).toEqual([0, 1]);
  });

  test('by time, whatever the order, keeping the place in the list', () => {
    const { dots } = lineGeometry([point('2026-03', 3), point('2026-01', 1), point('2026-02', 2)]);
    expect(dots.map(({ at }) => at)).toEqual([1, 2, 0]);
  });

  test('two at one time above each other, in their order', () => {
    const { dots } = lineGeometry([point('2026-01', 1), point('2026-01', 2)]);
    expect(dots.map(({ at, x }) => [at, x])).toEqual([
      [0, lineEnd / 2],
      [1, lineEnd / 2],
    ]);
  });
});

describe('the axis', () => {
  test('begins at zero, equal values too', () => {
    const { dots, base, isCut } = lineGeometry([point('2026-01', 7), point('2026-02', 7)]);
    expect(isCut).toBe(false);
    expect(dots[0]?.y).toBeLessThan(base);
    expect(lineGeometry([point('2026-01', 0)]).dots[0]?.y).toBe(base);
  });

  test('is cut only where that is asked for and values lie close together', () => {
    const close = [point('2026-01', 1_000), point('2026-02', 1_100)];
    expect(lineGeometry(close).isCut).toBe(false);
    const cut = lineGeometry(close, [], { mayCut: true });
    expect(cut.isCut).toBe(true);
    expect((cut.dots[0]?.y ?? 0) - (cut.dots[1]?.y ?? 0)).toBeGreaterThan(60);
    const apart = [point('2026-01', 100), point('2026-02', 1_100)];
    expect(lineGeometry(apart, [], { mayCut: true }).isCut).toBe(false);
  });

  test('keeps zero in sight below it', () => {
    const { dots, base } = lineGeometry([point('2026-01', -5), point('2026-02', 5)]);
    expect(dots[0]?.y).toBeGreaterThan(base);
    expect(dots[1]?.y).toBeLessThan(base);
  });

  test('has whole ticks for whole values', () => {
    expect(lineTicks([point('2026-01', 1)])).toEqual([0, 1]);
    expect(lineTicks([point('2026-01', 1.5)])).toEqual([0, 0.5, 1, 1.5]);
    expect(lineTicks([])).toEqual([0, 1]);
  });

  test('drops ticks that lie beyond it or on each other', () => {
    const ticks = [0, 1, 2, 1_000, 5_000].map((value) => ({ value, label: String(value) }));
    const { ticks: shown } = lineGeometry([point('2026-01', 1_000)], ticks);
    expect(shown.map(({ label }) => label)).toEqual(['1000', '2']);
  });
});

test('names under the line do not crowd: five where there is room, three on a phone', () => {
  const year = Array.from({ length: 500 }, (_, i) =>
    point(new Date(Date.UTC(2025, 0, 1 + i)).toISOString().slice(0, 10), i),
  );
  const { named } = lineGeometry(year);
  expect(named.map(({ minor }) => minor)).toEqual([false, true, false, true, false]);
  // The last of a crowd stands alone: it is too near to the others.
  const late = [point('2020-01', 1), point('2026-07', 1), point('2026-08', 1)];
  expect(lineGeometry(late).named.map(({ at }) => at)).toEqual([0, 2]);
});

test('whatever is drawn stays on the paper', () => {
  const points = fc.array(
    fc.record({
      key: fc
        .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
      value: fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.constant(999_999_999_999)),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(points, fc.boolean(), (list, mayCut) => {
      const ticks = lineTicks(list, mayCut).map((value) => ({ value, label: String(value) }));
      const drawn = lineGeometry(list, ticks, { mayCut });
      expect(drawn.dots).toHaveLength(list.length);
      for (const { x, y } of drawn.dots) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(lineEnd + 1e-9);
        expect(y).toBeGreaterThanOrEqual(20);
        expect(y).toBeLessThanOrEqual(lineHeight - 30);
      }
      if (list.length > 0) expect(drawn.ticks.length).toBeGreaterThan(0);
    }),
  );
});
