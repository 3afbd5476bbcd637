import { TIMES, colour } from '@/shared/ui/timeChartOptions';
import { number } from '@/shared/format/number';
import { usePlot } from '@/shared/ui/usePlot';
import { useCallback } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

const HEIGHT = 320;
const INKS = ['--chart-calls', '--chart-mark', '--chart-usual', '--chart-peers', '--ink-soft', '--brand'] as const;

/** Numbers over time, a line each. Drawn anew when the theme or the width changes. */
export default function LineChart({ lines, names }: { lines: [number[], ...(number | null)[][]]; names: readonly string[] }) {
  const make = useCallback((element: HTMLElement, size: { width: number; height: number }) => new uPlot({ ...options(element, names), ...size }, lines, element), [lines, names]);
  const box = usePlot(HEIGHT, make);
  return <div ref={box} className="time-chart" role="img" aria-label={`${names.join(', ')} over time`} style={{ minHeight: HEIGHT }} />;
}

function options(element: HTMLElement, names: readonly string[]): Omit<uPlot.Options, 'width' | 'height'> {
  const axis = { stroke: colour(element, '--ink-faint'), font: `11px ${getComputedStyle(element).fontFamily}`, ticks: { show: false }, grid: { stroke: colour(element, '--chart-grid'), width: 1 } };
  return {
    cursor: { y: false, points: { size: 6 } },
    scales: { y: { range: (_, least, most) => [Math.min(0, least), Math.max(1, most * 1.08)] } },
    axes: [{ ...axis, space: 70, values: TIMES }, { ...axis, size: 64, values: (_, splits) => splits.map((split) => number(split)) }],
    series: [
      { label: 'Time', value: '{YYYY}-{MM}-{DD} {HH}:{mm}' },
      ...names.map((name, index) => ({ label: name, stroke: colour(element, INKS[index % INKS.length] ?? INKS[0]), width: 1.5, points: { show: false }, value: (_: uPlot, raw: number | null) => (raw === null ? '–' : number(raw)) })),
    ],
  };
}
