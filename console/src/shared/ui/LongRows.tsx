import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type FocusEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';

/** A list that goes on: how long it is, if that is known, and what brings more of it. */
export interface Long {
  total?: number | undefined;
  hasMore: boolean;
  loadMore: () => void;
}

interface Props<T> {
  rows: readonly T[];
  rowKey: (row: T) => string;
  columns: number;
  children: (row: T) => ReactNode;
}

const ROW_PIXELS = 41;
/** Rows above and below the screen, so that keys always find a next one. */
const OVERSCAN = 10;
/** So many rows before the end, more are asked for. */
const AHEAD = 40;

export function AllRows<T>({ rows, rowKey, children }: Omit<Props<T>, 'columns'>) {
  return (
    <tbody>
      {rows.map((row) => (
        <tr key={rowKey(row)}>{children(row)}</tr>
      ))}
    </tbody>
  );
}

/** Only the rows on the screen are in the document, and the one with the focus, wherever it is. */
export function LongRows<T>({ rows, rowKey, columns, children, long }: Props<T> & { long: Long }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [margin, setMargin] = useState(0);
  const [focused, setFocused] = useState(-1);
  useLayoutEffect(() => setMargin(body.current ? body.current.getBoundingClientRect().top + window.scrollY : 0), []);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_PIXELS,
    measureElement: (row) => row.getBoundingClientRect().height || ROW_PIXELS,
    overscan: OVERSCAN,
    scrollMargin: margin,
    rangeExtractor: (range) => {
      const near = focused < 0 ? [] : [focused - 1, focused, focused + 1].filter((index) => index >= 0 && index < rows.length);
      return [...new Set([...near, ...defaultRangeExtractor(range)])].sort((a, b) => a - b);
    },
  });
  const items = virtual.getVirtualItems();
  const { hasMore, loadMore } = long;
  const isNearEnd = (items.at(-1)?.index ?? 0) >= rows.length - AHEAD;
  useLayoutEffect(() => {
    if (hasMore && isNearEnd) loadMore();
  }, [hasMore, isNearEnd, rows.length, loadMore]);
  const onFocus = (event: FocusEvent<HTMLElement>) => setFocused(Number(event.target.closest('tr')?.dataset['index'] ?? -1));
  const end = margin + virtual.getTotalSize();
  return (
    <tbody ref={body} onFocus={onFocus} onBlur={() => setFocused(-1)}>
      {items.map((item, i) => {
        const row = rows[item.index];
        if (row === undefined) return null;
        return (
          <Fragment key={rowKey(row)}>
            <Gap pixels={item.start - (items[i - 1]?.end ?? margin)} columns={columns} />
            <tr ref={virtual.measureElement} data-index={item.index} aria-rowindex={item.index + 2}>
              {children(row)}
            </tr>
          </Fragment>
        );
      })}
      <Gap pixels={end - (items.at(-1)?.end ?? end)} columns={columns} />
    </tbody>
  );
}

/** The room of rows that are not there. */
function Gap({ pixels, columns }: { pixels: number; columns: number }) {
  return pixels <= 0 ? null : (
    <tr aria-hidden="true" className="gap">
      <td colSpan={columns} style={{ height: pixels }} />
    </tr>
  );
}
