import { useCallback } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { type Mark, drawMarks, series } from './timeChartOptions';
import { usePlot } from './usePlot';

export interface Point {
  time: string;
  calls: number;
  expected: number | null;
  usual_upper: number | null;
  /** Of others, where they are shown. */
  peers_median?: number | null;
  peers_upper?: number | null;
  /** More than chance allows. */
  beyond?: boolean;
}

interface Props {
  points: readonly Point[];
  marks: readonly Mark[];
  label: string;
  height?: number;
  /** What a point stands for. */
  unit?: string;
  /** Who the others are; without it they are not shown. */
  peers?: string;
  onHour?: (time: string) => void;
}

/** Calls by the hour or another window, on top of what is usual. Drawn anew when the theme or the width changes. */
export default function TimeChart({ points, marks, label, height = 220, unit = 'Hour', peers, onHour }: Props) {
  const make = useCallback(
    (element: HTMLElement, size: { width: number; height: number }) => {
      const plot = new uPlot({ ...size, ...series(element, unit, peers), plugins: [drawMarks(element, marks)] }, data(points, peers !== undefined), element);
      plot.over?.addEventListener('click', () => {
        const point = points[plot.cursor.idx ?? -1];
        if (point && onHour) onHour(point.time);
      });
      return plot;
    },
    [points, marks, unit, peers, onHour],
  );
  const box = usePlot(height, make);
  return <div ref={box} className="time-chart" role="img" aria-label={label} style={{ minHeight: height }} />;
}

/** In the order of the series. */
function data(points: readonly Point[], withPeers: boolean): uPlot.AlignedData {
  const usual = [
    points.map((point) => Date.parse(point.time) / 1000),
    points.map((point) => (point.usual_upper === null ? null : 0)),
    points.map((point) => point.usual_upper),
    points.map((point) => point.expected),
  ] as const;
  const calls = points.map((point) => point.calls);
  if (!withPeers) return [...usual, calls];
  return [...usual, points.map((point) => point.peers_upper ?? null), points.map((point) => point.peers_median ?? null), calls, points.map((point) => (point.beyond ? point.calls : null))];
}
