import { isVariable, partsOf } from './template';

/** A path with its variable parts marked. */
export function Template({ template }: { template: string }) {
  const parts = partsOf(template);
  if (parts.length === 0) return <>/</>;
  return (
    <>
      {parts.map((part, index) => (
        <span key={index}>
          /<span className={isVariable(part) ? 'variable' : ''}>{part}</span>
        </span>
      ))}
    </>
  );
}
