const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const few = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** 1284220 becomes 1,284,220; below 100 up to three significant digits stay: 0.4, 12.5. */
export function number(value: number): string {
  return Math.abs(value) >= 100 || Number.isInteger(value) ? whole.format(value) : few.format(value);
}

/** A probability-like number, always two decimals, so that a column of them lines up. */
export function risk(value: number): string {
  return value.toFixed(2);
}

export function percent(share: number): string {
  const hundredths = share * 100;
  if (hundredths > 0 && hundredths < 1) return '<1%';
  if (hundredths > 99 && hundredths < 100) return '>99%';
  return `${Math.round(hundredths)}%`;
}

export function bytes(value: number): string {
  const units = ['B', 'kB', 'MB', 'GB'] as const;
  const step = Math.min(units.length - 1, value < 1000 ? 0 : Math.floor(Math.log10(value) / 3));
  return step === 0 ? `${number(value)} B` : `${(value / 1000 ** step).toFixed(1)} ${units[step]}`;
}

/** '1 call', '2 calls', '1,204 calls'. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}
