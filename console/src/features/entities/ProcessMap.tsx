import type { Process } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { number } from '@/shared/format/number';
import { briefly, seconds } from '@/shared/format/time';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { type Box, type Stroke, draw } from './drawing';
import { shortNames } from './names';
import { BEGIN, END, type Step, fromOf, isRepeat, stepKey, toOf, usualness } from './steps';

const TIP = 8;

interface Props {
  process: Process;
  steps: readonly Step[];
  /** The steps that one thing took, by `stepKey`, to be shown among all. */
  way?: ReadonlySet<string>;
}

/** The directly-follows graph of a type, as a picture: operations from left to right, steps as lines that are wide where they are frequent. */
export function ProcessMap({ process, steps, way }: Props) {
  const drawing = useMemo(() => draw(steps), [steps]);
  const names = useMemo(() => shortNames(process.nodes.map((node) => node.endpoint)), [process]);
  const [lit, setLit] = useState<string | null>(null);
  const look = (stroke: Stroke) => {
    const [from, end] = [fromOf(stroke.step), toOf(stroke.step)];
    if (lit !== null) return from === lit || end === lit ? 'step lit' : 'step dim';
    if (way === undefined) return 'step';
    if (!way.has(stepKey(from, end))) return 'step dim';
    return usualness(process, stroke.step.from, end)?.unusual ? 'step lit odd' : 'step lit';
  };
  return (
    <div className="process-map">
      <svg viewBox={`0 0 ${drawing.width} ${drawing.height}`} style={{ maxWidth: drawing.width, minWidth: drawing.width * 0.72 }} role="group" aria-label={`What follows what for ${process.type}; the table has the same numbers`}>
        {drawing.strokes.map((stroke) => (
          <Line key={stepKey(fromOf(stroke.step), toOf(stroke.step))} stroke={stroke} look={look(stroke)} />
        ))}
        {drawing.strokes.map((stroke) => (
          <Numbers key={stepKey(fromOf(stroke.step), toOf(stroke.step))} stroke={stroke} look={look(stroke)} />
        ))}
        {drawing.boxes.map((box) =>
          box.key === BEGIN || box.key === END ? (
            <End key={box.key} box={box} />
          ) : (
            <Operation key={box.key} box={box} process={process} steps={steps} name={names.get(box.key) ?? box.key} onLight={setLit} />
          ),
        )}
      </svg>
    </div>
  );
}

function told({ from, to: end, times, entities, median_seconds: median }: Step): string {
  const what = from === null ? `${end} comes first` : end === null ? `${from} comes last` : `${from}, then ${end}`;
  return `${what}: ${number(times)} times, ${number(entities)} things${median === null ? '' : `, half within ${seconds(median)}`}`;
}

function Line({ stroke: { step, path, tip, width }, look }: { stroke: Stroke; look: string }) {
  const [length, half] = [tip.right ? -TIP : TIP, TIP / 2 + width / 4];
  return (
    <g className={step.from === null || step.to === null ? `${look} outer` : look}>
      <title>{told(step)}</title>
      <path className="line" d={path} strokeWidth={width} />
      <path className="tip" d={`M${tip.x},${tip.y} l${length},${-half} v${2 * half} z`} />
    </g>
  );
}

function Numbers({ stroke: { step, label }, look }: { stroke: Stroke; look: string }) {
  if (label === null) return null;
  return (
    <g className={look} aria-hidden="true">
      <text className="times" x={label.x} y={label.y - (step.median_seconds === null ? -4 : 2)}>
        {number(step.times)}
      </text>
      {step.median_seconds !== null && (
        <text className="median" x={label.x} y={label.y + 10}>
          {briefly(step.median_seconds)}
        </text>
      )}
    </g>
  );
}

function End({ box }: { box: Box }) {
  return (
    <g className="end">
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={box.height / 2} />
      <text x={box.x + box.width / 2} y={box.y + box.height / 2 + 4}>
        {box.key === BEGIN ? 'first' : 'last'}
      </text>
    </g>
  );
}

interface OperationProps {
  box: Box;
  process: Process;
  steps: readonly Step[];
  name: string;
  onLight: (key: string | null) => void;
}

function Operation({ box, process, steps, name, onLight }: OperationProps) {
  const node = process.nodes.find((one) => one.endpoint === box.key);
  const again = steps.find((step) => isRepeat(step) && step.from === box.key);
  const light = { onMouseEnter: () => onLight(box.key), onMouseLeave: () => onLight(null), onFocus: () => onLight(box.key), onBlur: () => onLight(null) };
  const [method, path] = [box.key.split(' ', 1)[0], name];
  const inside = (
    <>
      <title>{`${box.key}: ${number(node?.times ?? 0)} times${again ? `, ${number(again.times)} of them again` : ''}`}</title>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="5" />
      <text className="path" x={box.x + 9} y={box.y + 18}>
        {path}
      </text>
      <text className="count" x={box.x + 9} y={box.y + 36}>
        <tspan className="verb">{method}</tspan> {number(node?.times ?? 0)}
        {again && <tspan className="again">{` · ↻ ${number(again.times)}`}</tspan>}
      </text>
    </>
  );
  const id = node?.endpoint_id ?? null;
  return id === null ? (
    <g className="operation" tabIndex={0} {...light}>
      {inside}
    </g>
  ) : (
    <Link className="operation" to={to.endpoint(id)} {...light}>
      {inside}
    </Link>
  );
}
