interface Props<T extends string | undefined> {
  label: string;
  options: readonly { value: T; text: string; hint?: string }[];
  chosen: readonly T[];
  onChoose: (value: T) => void;
}

/** A row of buttons of which some are pressed. */
export function Choices<T extends string | undefined>({ label, options, chosen, onChoose }: Props<T>) {
  return (
    <div className="choices" role="group" aria-label={label}>
      {options.map((option) => (
        <button key={option.text} type="button" title={option.hint} aria-pressed={chosen.includes(option.value)} onClick={() => onChoose(option.value)}>
          {option.text}
        </button>
      ))}
    </div>
  );
}
