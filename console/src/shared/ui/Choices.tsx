interface Props<T extends string> {
  label: string;
  options: readonly { value: T | undefined; text: string }[];
  chosen: readonly (T | undefined)[];
  onChoose: (value: T | undefined) => void;
}

/** A row of buttons of which some are pressed. */
export function Choices<T extends string>({ label, options, chosen, onChoose }: Props<T>) {
  return (
    <div className="choices" role="group" aria-label={label}>
      {options.map((option) => (
        <button key={option.text} type="button" aria-pressed={chosen.includes(option.value)} onClick={() => onChoose(option.value)}>
          {option.text}
        </button>
      ))}
    </div>
  );
}
