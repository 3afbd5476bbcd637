import type { Home } from '@/shared/api/types';
import { SEVERITIES } from '@/shared/api/types';
import { hourOf, to } from '@/shared/format/links';
import { counted, number } from '@/shared/format/number';
import { date, inUtc } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { Link } from 'react-router';
import { type Week, clusters, placeOf, stretchOf, weekOf } from './week';

const WIDTH = 1000;
const TRAFFIC = 110;
const LANE = 22;
const LANES = ['Alerts', 'Notices', 'Releases', 'Gaps'] as const;
const HEIGHT = TRAFFIC + LANES.length * LANE;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Traffic, and on the same axis what happened: alerts, what everybody did, new endpoints and deployments, silence. */
export function WeekPanel({ home }: { home: Home }) {
  const week = weekOf(home.timeline);
  return (
    <Panel title="The last seven days" note="calls by the hour, and what happened">
      {week ? (
        <div className="week">
          <div className="week-names small faint" aria-hidden="true">
            <span>{number(week.most)}</span>
            {LANES.map((lane) => (
              <span key={lane}>{lane}</span>
            ))}
          </div>
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="group" aria-label={`Calls by the hour, at most ${number(week.most)}, with alerts, notices, releases and gaps`}>
            <Days week={week} />
            <Bars home={home} week={week} />
            <Notices home={home} week={week} />
            <Gaps home={home} week={week} />
          </svg>
          <Marks home={home} week={week} />
          <Dates week={week} />
        </div>
      ) : (
        <Empty tight title="No traffic to show">Hours appear here as calls are judged. A server over a cluster&apos;s lake has none.</Empty>
      )}
    </Panel>
  );
}

interface Part {
  home: Home;
  week: Week;
}

function Days({ week }: { week: Week }) {
  return (
    <>
      {week.days.map((day) => {
        const x = (placeOf(day, week) ?? 0) * WIDTH;
        return <line key={day} className="day" x1={x} x2={x} y1={0} y2={HEIGHT} vectorEffect="non-scaling-stroke" />;
      })}
      {LANES.map((lane, index) => (
        <line key={lane} className="day" x1={0} x2={WIDTH} y1={TRAFFIC + index * LANE} y2={TRAFFIC + index * LANE} vectorEffect="non-scaling-stroke" />
      ))}
    </>
  );
}

function Bars({ home, week }: Part) {
  const now = useNow();
  const wide = (WIDTH * HOUR_MS) / (week.until - week.from);
  return (
    <>
      {home.timeline.map((hour) => {
        const tall = (hour.calls / week.most) * (TRAFFIC - 6);
        const x = (placeOf(hour.time, week) ?? 0) * WIDTH;
        return (
          <Link key={hour.time} to={to.calls(hourOf(hour.time))} tabIndex={-1} aria-hidden="true">
            <title>{`${inUtc(hour.time, now)}: ${counted(hour.calls, 'call')}`}</title>
            <rect className="touch" x={x} y={0} width={wide} height={TRAFFIC} />
            <rect className="bar" x={x + wide * 0.12} y={TRAFFIC - tall} width={wide * 0.76} height={tall} />
          </Link>
        );
      })}
    </>
  );
}

function Notices({ home, week }: Part) {
  return home.notices.map((notice) => {
    const stretch = stretchOf(notice.from, notice.until, week);
    return (
      stretch && (
        <Link key={notice.from} to={to.calls({ from: notice.from, to: notice.until })} aria-label={`Everybody calls ${counted(notice.endpoints.length, 'endpoint')} more than usual`}>
          <title>{`${counted(notice.actors, 'actor')}: ${notice.endpoints.map((one) => `${one.endpoint} ${number(one.factor)}×`).join(', ')}`}</title>
          <rect className="notice-veil" x={stretch.at * WIDTH} y={0} width={Math.max(2, stretch.length * WIDTH)} height={TRAFFIC} />
          <rect className="notice-bar" x={stretch.at * WIDTH} y={TRAFFIC + LANE + 6} width={Math.max(4, stretch.length * WIDTH)} height={LANE - 12} />
        </Link>
      )
    );
  });
}

function Gaps({ home, week }: Part) {
  return home.coverage.gaps.map((gap) => {
    const stretch = stretchOf(gap.from, gap.until, week);
    return (
      stretch && (
        <Link key={gap.from} to={to.calls({ from: gap.from, to: gap.until })} aria-label={`A sender fell silent, ${counted(gap.calls, 'call')} where about ${number(gap.usual)} are usual`}>
          <title>{`${counted(gap.calls, 'call')} where about ${number(gap.usual)} are usual`}</title>
          <rect className="gap-bar" x={stretch.at * WIDTH} y={TRAFFIC + 3 * LANE + 6} width={Math.max(4, stretch.length * WIDTH)} height={LANE - 12} />
        </Link>
      )
    );
  });
}

/** Alerts and releases: round whatever the width, so they are no part of the stretched drawing. */
function Marks({ home, week }: Part) {
  const lanes = [home.marks.filter((mark) => !mark.deployment), home.marks.filter((mark) => mark.deployment)];
  return (
    <div className="week-marks">
      {lanes.map((marks, lane) => clusters(marks, (mark) => mark.time, week).map((one) => <AlertMark key={one.items[0].alert} at={one.at} marks={one.items} top={TRAFFIC + lane * 2 * LANE} />))}
      {clusters(home.learning.endpoints, (endpoint) => endpoint.first_seen, week).map((one) => (
        <ReleaseMark key={one.items[0].id + one.items[0].first_seen} at={one.at} endpoints={one.items} />
      ))}
    </div>
  );
}

type Marked = Home['marks'][number];

/** One alert, or how many at about this time, in the colour of the gravest. */
function AlertMark({ at, marks, top }: { at: number; marks: readonly [Marked, ...Marked[]]; top: number }) {
  const now = useNow();
  const [first] = marks;
  const last = marks.at(-1) ?? first;
  const several = marks.length > 1;
  const severity = SEVERITIES.find((one) => marks.some((mark) => mark.severity === one)) ?? first.severity;
  const until = new Date(Date.parse(last.time) + MINUTE_MS).toISOString();
  return (
    <Link
      className={`week-mark tone-${severity}${several ? ' several' : ''}`}
      to={several ? `/alerts?${new URLSearchParams({ from: first.time, to: until })}` : to.alert(first.alert)}
      style={{ left: `${at * 100}%`, top }}
      title={marks.map((mark) => `${inUtc(mark.time, now)}: ${mark.title}`).join('\n')}
      aria-label={several ? `${counted(marks.length, 'alert')}, the gravest ${severity}` : `${severity} alert, ${first.title}`}
    >
      {several && <span aria-hidden="true">{marks.length}</span>}
    </Link>
  );
}

type Endpoint = Home['learning']['endpoints'][number];

function ReleaseMark({ at, endpoints }: { at: number; endpoints: readonly [Endpoint, ...Endpoint[]] }) {
  const now = useNow();
  const [first] = endpoints;
  const several = endpoints.length > 1;
  return (
    <Link
      className="week-mark release"
      to={several ? '/endpoints?sort=first_seen' : to.endpoint(first.id)}
      style={{ left: `${at * 100}%`, top: TRAFFIC + 2 * LANE }}
      title={endpoints.map((one) => `${inUtc(one.first_seen, now)}: new, ${one.endpoint}`).join('\n')}
      aria-label={several ? `${counted(endpoints.length, 'new endpoint')}` : `New endpoint ${first.endpoint}`}
    />
  );
}

function Dates({ week }: { week: Week }) {
  const now = useNow();
  return (
    <div className="week-dates small faint" aria-hidden="true">
      {week.days.map((day) => (
        <span key={day} style={{ left: `${(placeOf(day, week) ?? 0) * 100}%` }}>
          {date(day, now)}
        </span>
      ))}
    </div>
  );
}
