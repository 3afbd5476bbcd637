const LABELS = /^(Usual|Why it matters): /;

interface Props {
  text: string;
  /** The actor's name, with which each sentence about it begins. */
  name: string;
}

/** The summary as a story: what happened, sentence by sentence, then what is usual and why it matters, each by its name. */
export function Story({ text, name }: Props) {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  return (
    <div className="summary">
      {paragraphs.map((paragraph) => {
        const label = LABELS.exec(paragraph)?.[1];
        return label ? (
          <div key={paragraph} className="story-part">
            <h3>{label}</h3>
            <Lines lines={label === 'Usual' ? paragraph.slice(label.length + 2).split('; ') : [paragraph.slice(label.length + 2)]} />
          </div>
        ) : (
          <Lines key={paragraph} lines={paragraph.split(`. ${name} `).map((line, index) => (index === 0 ? line : `${name} ${line}`))} />
        );
      })}
    </div>
  );
}

/** One is a paragraph, several are a list. */
function Lines({ lines }: { lines: readonly string[] }) {
  const [first = '', ...rest] = lines.map(sentence);
  if (rest.length === 0) return <p>{first}</p>;
  return (
    <ul className="bullets">
      {[first, ...rest].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function sentence(text: string): string {
  const end = text.endsWith('.') ? '' : '.';
  return text.charAt(0).toUpperCase() + text.slice(1) + end;
}
