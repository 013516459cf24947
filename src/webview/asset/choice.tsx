import type { JSX } from 'preact';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly {
    readonly value: Value;
    readonly text: string;
    /** Why it cannot be chosen now; null or absent when it can. */
    readonly disabledBecause?: string | null;
  }[];
  readonly onChoose: (value: Value) => void;
}

/** One of a few, with its name above it. */
export function Choice<Value extends string>({ label, value, choices, onChoose }: ChoiceProps<Value>): JSX.Element {
  return (
    <label class="choice">
      {label}
      <select
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = choices.find((choice) => choice.value === currentTarget.value);
          if (chosen !== undefined) onChoose(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={(choice.disabledBecause ?? null) !== null}>
            {choice.text}
            {(choice.disabledBecause ?? null) !== null && ` (${choice.disabledBecause})`}
          </option>
        ))}
      </select>
    </label>
  );
}
