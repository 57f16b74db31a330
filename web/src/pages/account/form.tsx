/** The small forms of a person's own account: a column of fields, what went wrong above, one act below. */
import type { ReactNode, SubmitEvent } from 'react';
import { ApiProblem, explain } from '../../api/problem.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import styles from './account.module.css';

export interface FormProps {
  readonly act: string;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

export function Form({ act, busy, error, onSubmit, children }: FormProps) {
  return (
    <form
      className={styles.form}
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {error ? (
        <Notice tone="red" live>
          {explain(error).message}
        </Notice>
      ) : null}
      {children}
      <div>
        <Button kind="main" type="submit" busy={busy}>
          {act}
        </Button>
      </div>
    </form>
  );
}

export interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** A password to be made, not the one that is in use. */
  readonly fresh?: boolean | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

export function PasswordField({ label, value, onValue, fresh, hint, error }: PasswordFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} required>
      <TextInput
        type="password"
        autoComplete={fresh ? 'new-password' : 'current-password'}
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
    </Field>
  );
}

/** The sentence for a field of what was refused. */
export function fieldOf(error: Error | null, name: string): string | undefined {
  return error instanceof ApiProblem ? error.field(name) : undefined;
}
