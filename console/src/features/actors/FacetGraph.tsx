import type { ActorDetail, Facet } from '@/shared/api/types';
import { label } from '@/shared/format/words';
import { useState } from 'react';
import { FacetDetail } from './FacetDetail';
import { HUB, type Placed, WIDTH, layoutOf, shortened } from './facetLayout';
import type { Plan } from './ruling';

const keyOf = (facet: Facet) => `${facet.type} ${facet.value}`;

interface Props {
  actor: ActorDetail;
  onPlan: ((plan: Plan) => void) | undefined;
}

/** Why these are one actor, as a picture: the wider a line, the surer the proof; dashed where it is too weak to assert who somebody is. */
export function FacetGraph({ actor, onPlan }: Props) {
  const [shown, setShown] = useState<string>();
  const { height, facets, headings } = layoutOf(actor.facets);
  const middle = { x: WIDTH / 2, y: height / 2 };
  const active = actor.facets.find((facet) => keyOf(facet) === shown) ?? actor.facets[0];
  if (!active) return null;
  return (
    <figure className="facet-graph">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="group" aria-label={`Facets of ${actor.name}`}>
        {facets.map((one) => (
          <path key={keyOf(one.facet)} d={one.path} className={look('line', one.facet, active)} strokeWidth={one.weight} strokeDasharray={one.dashed ? '5 4' : undefined} />
        ))}
        {headings.map(({ type, count, x, y, side }) => (
          <text key={`${type} ${side}`} className="kind" x={side === 'left' ? x + 6 : x - 6} y={y} textAnchor={side === 'left' ? 'end' : 'start'}>
            {label(type)}
            {count > 1 && ` · ${count}`}
          </text>
        ))}
        {facets.map((one) => (
          <Node key={keyOf(one.facet)} placed={one} active={active} onShow={() => setShown(keyOf(one.facet))} />
        ))}
        <rect className="hub" x={middle.x - HUB.width / 2} y={middle.y - HUB.height / 2} width={HUB.width} height={HUB.height} rx={8} />
        <text className="hub-name" x={middle.x} y={middle.y - 3} textAnchor="middle">
          {shortened(actor.name, 26)}
        </text>
        <text className="hub-kind" x={middle.x} y={middle.y + 15} textAnchor="middle">
          {actor.kind}
        </text>
      </svg>
      <FacetDetail facet={active} onPlan={onPlan} />
    </figure>
  );
}

function Node({ placed, active, onShow }: { placed: Placed; active: Facet; onShow: () => void }) {
  const { facet, x, y, side } = placed;
  const left = side === 'left';
  return (
    <g className={look('node', facet, active)} tabIndex={0} role="button" aria-pressed={facet === active} aria-description={`${label(facet.type)}: ${facet.because}`} onMouseEnter={onShow} onFocus={onShow} onClick={onShow}>
      <rect className="touch" x={left ? 0 : x - 10} y={y - 11} width={left ? x + 10 : WIDTH - x + 10} height={22} rx={4} />
      <circle cx={x} cy={y} r={5} />
      <text x={left ? x - 12 : x + 12} y={y + 4} textAnchor={left ? 'end' : 'start'}>
        {facet.class && <tspan className="class">{left ? `${facet.class}  ` : ''}</tspan>}
        <tspan>{shortened(facet.value)}</tspan>
        {facet.class && <tspan className="class">{left ? '' : `  ${facet.class}`}</tspan>}
      </text>
    </g>
  );
}

function look(part: string, facet: Facet, active: Facet): string {
  return [part, `class-${facet.class ?? 'unknown'}`, facet === active && 'active'].filter(Boolean).join(' ');
}
