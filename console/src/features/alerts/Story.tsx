const LABELS = /^(Usual|Why it matters): /;

/** The summary as a story: what happened, then what is usual and why it matters, each by its name. */
export function Story({ text }: { text: string }) {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  return (
    <div className="summary">
      {paragraphs.map((paragraph) => {
        const label = LABELS.exec(paragraph)?.[1];
        return label ? (
          <div key={paragraph} className="story-part">
            <h3>{label}</h3>
            <p>{sentence(paragraph.slice(label.length + 2))}</p>
          </div>
        ) : (
          <p key={paragraph}>{paragraph}</p>
        );
      })}
    </div>
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
