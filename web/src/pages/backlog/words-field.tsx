/** Words to find in a register: told to the page when the typist pauses. */
import { useEffect, useState } from 'react';
import { Field, TextInput } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';

const PAUSE = 250;

export interface WordsFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly className?: string | undefined;
  readonly value: string;
  readonly onValue: (text: string) => void;
}

export function WordsField({ label, placeholder, className, value, onValue }: WordsFieldProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the pause.
  useEffect(() => {
    if (typed === value) return;
    const pause = setTimeout(() => onValue(typed.trim()), PAUSE);
    return () => clearTimeout(pause);
  }, [typed]);
  return (
    <Field label={label} hideLabel className={className}>
      <TextInput
        type="search"
        placeholder={placeholder}
        before={<Icon name="search" />}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </Field>
  );
}
