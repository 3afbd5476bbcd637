const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const dayInUtc = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' });

/** '20 Nov', in the viewer's zone; with the year if it is not this one. */
export function date(time: string | number, now: number): string {
  const at = new Date(time);
  return (at.getFullYear() === new Date(now).getFullYear() ? day : dayOfYear).format(at);
}

/** '20 Nov 02:14', in the viewer's zone; with the year if it is not this one. */
export function absolute(time: string, now: number): string {
  return `${date(time, now)} ${clock(time)}`;
}

/** '02:14', where the day is told already. */
export function clock(time: string): string {
  const at = new Date(time);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** '20 Nov 02:14:08.120': where seconds tell calls apart. */
export function precise(time: string): string {
  const at = new Date(time);
  const rest = at.getMilliseconds();
  return `${day.format(at)} ${clock(time)}:${two(at.getSeconds())}${rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`}`;
}

/** '20 Nov 03:14, 20 Nov 02:14 UTC': for what one hovers over. Only the latter where the viewer's clock is UTC. */
export function inUtc(time: string, now: number): string {
  const at = new Date(time);
  const there = `${dayInUtc.format(at)} ${at.toISOString().slice(11, 16)} UTC`;
  return at.getTimezoneOffset() === 0 ? there : `${absolute(time, now)}, ${there}`;
}

/** 'now', '5 min ago', '3 d ago', 'in 2 h'. */
export function relative(time: string, now: number): string {
  const distance = now - Date.parse(time);
  if (Math.abs(distance) < MINUTE) return 'now';
  return distance > 0 ? `${coarse(distance)} ago` : `in ${coarse(-distance)}`;
}

/** '51 min', '2 h 5 min', '3 d 4 h': two units at most. */
export function lasting(from: string, to: string): string {
  const length = Math.max(0, Date.parse(to) - Date.parse(from));
  if (length < SECOND) return 'a moment';
  if (length < MINUTE) return `${Math.floor(length / SECOND)} s`;
  if (length < HOUR) return `${Math.floor(length / MINUTE)} min`;
  if (length < DAY) return inTwo(length, HOUR, 'h', MINUTE, 'min');
  return inTwo(length, DAY, 'd', HOUR, 'h');
}

/** '51 min' for a length in seconds, as `lasting` has it; below a second in milliseconds. */
export function seconds(length: number): string {
  if (length < 1) return `${Math.round(length * SECOND)} ms`;
  return lasting(new Date(0).toISOString(), new Date(length * SECOND).toISOString());
}

/** The same in one unit, where room is short: '2 h'. */
export function briefly(length: number): string {
  return seconds(length).split(' ').slice(0, 2).join(' ');
}

/** The milliseconds of an ISO 8601 duration; null if it is none. */
export function windowLength(window: string): number | null {
  const match = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(window);
  if (!match || match.slice(1).every((part) => part === undefined)) return null;
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number, number];
  return weeks * 7 * DAY + days * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND;
}

/** 'PT1H' becomes '1 h'; what is no duration stays as it is. */
export function windowText(window: string): string {
  const length = windowLength(window);
  return length === null ? window : lasting(new Date(0).toISOString(), new Date(length).toISOString());
}

function coarse(length: number): string {
  if (length < HOUR) return `${Math.floor(length / MINUTE)} min`;
  if (length < 2 * DAY) return `${Math.floor(length / HOUR)} h`;
  if (length < 60 * DAY) return `${Math.floor(length / DAY)} d`;
  if (length < 730 * DAY) return `${Math.floor(length / (30 * DAY))} months`;
  return `${Math.floor(length / (365 * DAY))} years`;
}

function inTwo(length: number, unit: number, name: string, rest: number, restName: string): string {
  const remainder = Math.floor((length % unit) / rest);
  return `${Math.floor(length / unit)} ${name}${remainder > 0 ? ` ${remainder} ${restName}` : ''}`;
}

function two(digits: number): string {
  return String(digits).padStart(2, '0');
}
