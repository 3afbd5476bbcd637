/** A sentence of the server; what stands between backticks is a name. */
export function Says({ text }: { text: string }) {
  return (
    <span className="says two-lines-most" title={text.replaceAll('`', '')}>
      {text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}
    </span>
  );
}
