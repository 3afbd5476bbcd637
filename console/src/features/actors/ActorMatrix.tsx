import { matrixQuery } from '@/shared/api/listMatrix';
import type { MatrixCell } from '@/shared/api/types';
import { address } from '@/shared/api/server';
import { to } from '@/shared/format/links';
import { counted, number } from '@/shared/format/number';
import { weekSpan, weekText } from '@/shared/format/weeks';
import { EndpointName } from '@/shared/parts/EndpointName';
import { WhoseMark } from '@/shared/parts/Provenance';
import { Answer } from '@/shared/ui/Answer';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type Deed, deedsOf, shade, weeksOf } from './actorMatrix';

/** What the actor does to whose things, a row each, week by week: the darker the more calls. */
export function ActorMatrix({ actor }: { actor: string }) {
  const found = useInfiniteQuery(matrixQuery({ actor }));
  return (
    <Panel title="Matrix" note="what it does to whose things, by the week in UTC; the darker the more calls" more={<Link to={address('/matrix', {}, { actor })}>as a list</Link>} flush>
      <Answer query={found} lines={6}>
        {({ pages }) => <Grid actor={actor} cells={pages.flatMap(({ items }) => items)} more={found.hasNextPage} />}
      </Answer>
    </Panel>
  );
}

function Grid({ actor, cells, more }: { actor: string; cells: readonly MatrixCell[]; more: boolean }) {
  const weeks = weeksOf(cells);
  const deeds = deedsOf(cells);
  if (deeds.length === 0) return <Empty tight title="Its calls name no business things">The matrix holds calls such as GET /orders/1001.</Empty>;
  const most = Math.max(...cells.map(({ calls }) => calls));
  return (
    <div className="table-wrap">
      <table className="table actor-matrix" aria-label="What it does to whose things, by the week">
        <thead>
          <tr>
            <th scope="col" className="wide">
              Does
            </th>
            <th scope="col">To whose</th>
            {weeks.map((week) => (
              <th key={week} scope="col" className="week" title={weekText(week)}>
                {weekText(week).split(' – ')[0]}
              </th>
            ))}
            <th scope="col" className="right">
              Calls
            </th>
          </tr>
        </thead>
        <tbody>
          {deeds.map((deed) => (
            <tr key={deed.key}>
              <td className="wide">
                <EndpointName endpoint={deed.of.endpoint} id={deed.of.endpoint_id} host={deed.of.host} row />
              </td>
              <td className="nowrap">
                <WhoseMark whose={deed.of.whose} /> <Link to={to.entityType(deed.of.entity_type)}>{deed.of.entity_type}</Link>
              </td>
              {weeks.map((week) => (
                <Week key={week} actor={actor} deed={deed} week={week} most={most} />
              ))}
              <td className="right">
                <Link to={to.calls({ actor, endpoint: deed.of.endpoint_id })} title="The actor's calls of this endpoint">
                  {number(deed.calls)}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more && <p className="table-foot">These are the ones with the most calls; the list has all.</p>}
    </div>
  );
}

function Week({ actor, deed, week, most }: { actor: string; deed: Deed; week: string; most: number }) {
  const cell = deed.weeks.get(week);
  if (!cell) return <td className="week" />;
  const says = `${weekText(week)}: ${counted(cell.calls, 'call')} to ${counted(cell.entities, 'entity', 'entities')}${cell.refused > 0 ? `, ${number(cell.refused)} refused` : ''}`;
  return (
    <td className="week">
      <Link to={to.calls({ actor, endpoint: deed.of.endpoint_id, ...weekSpan(week) })} title={says} aria-label={says} className={cell.refused * 2 > cell.calls ? 'heat refused' : 'heat'} style={{ opacity: shade(cell.calls, most) }} />
    </td>
  );
}
