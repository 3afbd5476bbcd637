import uPlot from 'uplot';
import { number } from '@/shared/format/number';

export interface Mark {
  time: string;
  kind: 'signal' | 'raised';
  label: string;
}

/** A canvas does not know custom properties: an element is asked what a token means under the present theme. */
export function colour(element: HTMLElement, token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  element.append(probe);
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  return resolved;
}

const value = (_: uPlot, raw: number | null) => (raw === null ? '–' : number(raw));

/** @param peers who the others are; without them neither they nor what is beyond is drawn */
export function series(element: HTMLElement, unit: string, peers?: string): Omit<uPlot.Options, 'width' | 'height'> {
  const paint = (token: string) => colour(element, token);
  const axis = { stroke: paint('--ink-faint'), font: `11px ${getComputedStyle(element).fontFamily}`, ticks: { show: false }, grid: { stroke: paint('--chart-grid'), width: 1 } };
  const steps = uPlot.paths.stepped?.({ align: 1 });
  const stepped = steps ? { paths: steps } : {};
  const quiet = { points: { show: false } };
  const dots = (token: string, size: number) => ({ paths: () => null, points: { show: true, size, width: 0, fill: paint(token), stroke: paint(token) }, stroke: paint(token) });
  const beyond = peers === undefined ? [] : [{ ...dots('--chart-mark', 6), label: 'Beyond', value, class: 'no-legend' }];
  const ofPeers = peers === undefined ? [] : [
    { ...quiet, ...stepped, label: `95% of ${peers}`, stroke: paint('--chart-peers'), width: 1, value },
    { ...quiet, ...stepped, label: `Median of ${peers}`, stroke: paint('--chart-peers'), width: 1, dash: [2, 3], value },
  ];
  return {
    cursor: { y: false, points: { size: 6 } },
    legend: { live: true },
    scales: { y: { range: (_, __, most) => [0, Math.max(1, most * 1.08)] } },
    axes: [{ ...axis, space: 70, values: TIMES }, { ...axis, size: 48, values: (_, splits) => splits.map((split) => number(split)) }],
    bands: [{ series: [2, 1], fill: paint('--chart-usual-fill') }],
    series: [
      { label: unit, value: '{D} {MMM} {HH}:{mm}' },
      { ...quiet, ...stepped, width: 0, class: 'no-legend' },
      { ...quiet, ...stepped, label: 'Usual at most', stroke: paint('--chart-usual'), width: 1, value },
      { ...quiet, ...stepped, label: 'Expected', stroke: paint('--chart-usual'), width: 1, dash: [4, 3], value },
      ...ofPeers,
      { ...quiet, ...stepped, label: 'Calls', stroke: paint('--chart-calls'), fill: paint('--chart-calls-fill'), width: 1.5, value },
      ...beyond,
    ],
  };
}

const DAY_S = 86_400;
/** uPlot's table of tick labels: step in seconds, text, and what is added below where the day or year changes. */
export const TIMES: uPlot.Axis.TimeValuesConfig = [
  [DAY_S, '{D} {MMM}', null, null, null, null, null, null, 1],
  [3600, '{HH}:{mm}', null, null, '\n{D} {MMM}', null, null, null, 1],
];

export function drawMarks(element: HTMLElement, marks: readonly Mark[]): uPlot.Plugin {
  const ink = colour(element, '--chart-mark');
  return {
    hooks: {
      draw: (plot) => {
        const { ctx, bbox } = plot;
        ctx.save();
        ctx.strokeStyle = ctx.fillStyle = ink;
        for (const mark of marks) {
          const x = Math.round(plot.valToPos(Date.parse(mark.time) / 1000, 'x', true));
          if (x < bbox.left || x > bbox.left + bbox.width) continue;
          ctx.globalAlpha = mark.kind === 'raised' ? 1 : 0.45;
          ctx.lineWidth = devicePixelRatio * (mark.kind === 'raised' ? 1.5 : 1);
          ctx.setLineDash(mark.kind === 'raised' ? [] : [3, 3]);
          ctx.beginPath();
          ctx.moveTo(x, bbox.top);
          ctx.lineTo(x, bbox.top + bbox.height);
          ctx.stroke();
          if (mark.kind !== 'raised') continue;
          ctx.beginPath();
          ctx.arc(x, bbox.top, 4 * devicePixelRatio, 0, 2 * Math.PI);
          ctx.fill();
        }
        ctx.restore();
      },
    },
  };
}
