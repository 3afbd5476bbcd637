import { counted } from '@/shared/format/number';
import { tell } from '@/shared/ui/toasts';
import { useState } from 'react';
import { linesOf, problemsByLine } from './networkLines';
import { useSetNetworks } from './setNetworks';

const EXAMPLE = '203.0.113.0/24  egress  Office Berlin\n2001:db8::/32  corporate  Partner’s data centre';

/** Many at once, all or none. */
export function PasteNetworks() {
  const [text, setText] = useState('');
  const set = useSetNetworks();
  const lines = linesOf(text);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        set.mutate((present) => [...lines.map((line) => line.network), ...present], {
          onSuccess: () => {
            tell(`${counted(lines.length, 'network')} added.`);
            setText('');
          },
        });
      }}
    >
      <label className="stack">
        <span className="small soft">One network a line: network, kind, name</span>
        <textarea
          className="field code paste"
          rows={5}
          placeholder={EXAMPLE}
          value={text}
          spellCheck={false}
          onChange={(event) => {
            set.reset();
            setText(event.target.value);
          }}
        />
      </label>
      <div className="row">
        <button className="button" disabled={set.isPending || lines.length === 0}>
          {lines.length === 0 ? 'Add all' : `Add ${counted(lines.length, 'network')}`}
        </button>
      </div>
      {set.error && (
        <div role="alert" className="note-bad">
          <p>Nothing was added:</p>
          <ul>
            {problemsByLine(set.error, lines).map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
    </form>
  );
}
