import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAround, type Point } from '../../../../../src/markdown/diagrams/child/geometry/box.ts';
import {
  flattenPath,
  lengthOf,
  pointAlong,
} from '../../../../../src/markdown/diagrams/child/geometry/flatten.ts';
import { mapPoint, parseTransform } from '../../../../../src/markdown/diagrams/child/geometry/matrix.ts';
import { parsePath } from '../../../../../src/markdown/diagrams/child/geometry/path.ts';
import {
  printPath,
  shiftPath,
  simplifyPath,
} from '../../../../../src/markdown/diagrams/child/translate/path-data.ts';
import { recognizeRounded } from '../../../../../src/markdown/diagrams/child/translate/rounded.ts';

const flat = (data: string) => flattenPath(parsePath(data)).flat();
const tidy = (data: string) => printPath(simplifyPath(parsePath(data)));

describe('paths', () => {
  it.each([
    ['M1,2L3,4', 'M1 2L3 4'],
    ['m1 2 3 4 5 6', 'M1 2L4 6L9 12'],
    ['M0 0h10v-5h-10z', 'M0 0H10V-5H0Z'],
    ['M0-1.5e1L.5.5', 'M0 -15L0.5 0.5'],
    ['M0 0C0 10 10 10 10 0S20 -10 20 0', 'M0 0C0 10 10 10 10 0C10 -10 20 -10 20 0'],
    ['M0 0Q5 10 10 0T20 0', 'M0 0Q5 10 10 0Q15 -10 20 0'],
    ['M0,10a66,12.84 0,0,0 132,0', 'M0 10A66 12.8 0 0 0 132 10'],
    ['', ''],
  ])('%s is read and written', (data, printed) => expect(printPath(parsePath(data))).toBe(printed));

  it.each([
    ['a straight curve', 'M0 0C3 0 6 0 9 0', 'M0 0H9'],
    ['lines that go on', 'M0 0L5 0L9 0L9 4', 'M0 0H9V4'],
    ['a line that turns back', 'M0 0L9 0L5 0', 'M0 0H9H5'],
    ['steps of nothing', 'M0 0L0 0L9 0L9.01 0', 'M0 0H9'],
    ['a real curve', 'M0 0C0 9 9 9 9 0', 'M0 0C0 9 9 9 9 0'],
  ])('%s is made simple', (_, data, simple) => expect(tidy(data)).toBe(simple));

  it('of an arc lies on its circle', () => {
    for (const [x, y] of flat('M0 -10A10 10 0 0 0 0 10')) {
      expect(Math.hypot(x, y)).toBeCloseTo(10, 6);
      expect(x).toBeLessThanOrEqual(1e-9);
    }
    expect(boxAround(flat('M0 -10A10 10 0 0 1 0 10'))).toMatchObject({ x: 0, width: expect.closeTo(10, 6) });
    // Radii that are too small grow.
    expect(boxAround(flat('M0 0A1 1 0 0 1 10 0'))).toMatchObject({ width: expect.closeTo(10, 6) });
  });

  it('have a length, and points along it', () => {
    const stroke = flat('M0 0H10V10');
    expect(lengthOf(stroke)).toBe(20);
    expect(pointAlong(stroke, 15)).toEqual([10, 5]);
    expect(pointAlong(stroke, 99)).toEqual([10, 10]);
  });

  it('stay what they are when they are moved there and back', () => {
    const number = fc.integer({ min: -500, max: 500 });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { minLength: 2 }), number, number, (points, dx, dy) => {
        const segments = parsePath(`M${points.map(([x, y]) => `${x} ${y}`).join('L')}`);
        expect(printPath(shiftPath(shiftPath(segments, [dx, dy]), [-dx, -dy]))).toBe(printPath(segments));
      }),
      { seed: 20261122 },
    );
  });
});

describe('parseTransform', () => {
  it.each([
    [null, [1, 1]],
    ['translate(10, -2.5)', [11, -1.5]],
    ['translate(10)', [11, 1]],
    ['scale(2) translate(1 1)', [4, 4]],
    ['rotate(90)', [-1, 1]],
    ['rotate(180 1 1)', [1, 1]],
    ['matrix(1 0 0 1 5 6)', [6, 7]],
  ])('%s moves (1, 1)', (transform, [x, y]) => {
    const [mx, my] = mapPoint(parseTransform(transform), [1, 1]);
    expect([mx, my]).toEqual([expect.closeTo(x as number), expect.closeTo(y as number)]);
  });
});

describe('recognizeRounded', () => {
  const circle = (r: number, cx = 0) =>
    Array.from({ length: 40 }, (_, i): Point => [
      cx + r * Math.cos((i * Math.PI) / 20),
      r * Math.sin((i * Math.PI) / 20),
    ]);
  const corners = (w: number, h: number): Point[] => [
    [0, 0],
    [w, 0],
    [w, h],
    [0, h],
  ];

  it('knows rectangles, circles and stadiums', () => {
    expect(recognizeRounded(corners(30, 10))).toEqual({ x: 0, y: 0, width: 30, height: 10, radius: 0 });
    expect(recognizeRounded(circle(10))).toMatchObject({ radius: expect.closeTo(10) });
    const ends = circle(10, 20);
    const stadium = [
      ...circle(10).filter(([x]) => x <= 0),
      ...ends.filter(([x, y]) => x >= 20 && y < 0),
      ...ends.filter(([x, y]) => x >= 20 && y >= 0),
    ];
    const around = stadium.sort(([ax, ay], [bx, by]) => Math.atan2(ay, ax - 10) - Math.atan2(by, bx - 10));
    expect(recognizeRounded(around)).toMatchObject({ radius: expect.closeTo(10), width: expect.closeTo(40) });
  });

  it.each([
    [
      'a diamond',
      [
        [10, 0],
        [20, 10],
        [10, 20],
        [0, 10],
      ],
    ],
    [
      'a parallelogram',
      [
        [5, 0],
        [30, 0],
        [25, 10],
        [0, 10],
      ],
    ],
    ['a box with bars', [...corners(30, 10), [0, 0], [5, 0], [5, 10]]],
    [
      'a line',
      [
        [0, 0],
        [10, 0],
      ],
    ],
  ] satisfies [string, Point[]][])('and takes %s for none of them', (_, points) => {
    expect(recognizeRounded(points)).toBeUndefined();
  });
});
