/** Moves the focus along the rows of the page's lists: j and k. Rows are links, so Enter opens what has the focus. */
export function moveFocus(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')];
  if (rows.length === 0) return;
  const here = rows.findIndex((row) => row === document.activeElement || row.closest('tr')?.contains(document.activeElement));
  const next = here < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, here + step));
  rows[next]?.focus();
  rows[next]?.closest('tr')?.scrollIntoView?.({ block: 'nearest' });
}

export function focusSearch(): boolean {
  const search = document.querySelector<HTMLInputElement>('main [data-search]');
  search?.focus();
  search?.select();
  return search !== null;
}

/** The alert whose row has the focus. */
export function focusedAlert(): string | undefined {
  return document.activeElement?.closest('tr')?.querySelector<HTMLElement>('[data-alert]')?.dataset['alert'];
}
