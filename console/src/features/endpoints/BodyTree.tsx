import type { BodyShape } from '@/shared/api/types';
import { counted } from '@/shared/format/number';
import { Meter } from '@/shared/ui/Meter';
import { Empty } from '@/shared/ui/States';
import { useState } from 'react';
import { bodyLines } from './bodyTree';

const LINES = 24;

/** What bodies look like: their keys as a tree, each with its types and in what share of the bodies it stood. */
export function BodyTree({ shape, of }: { shape: BodyShape; of: 'requests' | 'responses' }) {
  const [all, setAll] = useState(false);
  const lines = bodyLines(shape);
  if (lines.length === 0) {
    return (
      <Empty tight title={`No ${of} with a JSON body seen`}>
        Records that carry bodies tell more.
      </Empty>
    );
  }
  return (
    <>
      <ul className="tree" aria-label={`Keys of ${of}`}>
        {(all ? lines : lines.slice(0, LINES)).map((line) => (
          <li key={line.path} title={line.path}>
            <span className="code clip" style={{ paddingInlineStart: `${line.depth * 1.1}rem` }}>
              {line.name}
            </span>
            <span className="types">{line.types.join(' | ')}</span>
            <Meter value={line.presence} label="Present in" />
          </li>
        ))}
      </ul>
      {!all && lines.length > LINES && (
        <div className="tree-more">
          <button className="button plain" onClick={() => setAll(true)}>
            Show {counted(lines.length - LINES, 'more key', 'more keys')}
          </button>
        </div>
      )}
    </>
  );
}
