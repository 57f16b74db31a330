/** A form of the settings: what went wrong above, its fields, one act below. */
import type { ReactNode } from 'react';
import type { Answer } from '../../api/client.ts';
import { ApiProblem, explain } from '../../api/problem.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Notice } from '../../ui/states.tsx';
import styles from './settings.module.css';

export type Settings = Answer<'GET /settings'>;

export interface FormProps {
  readonly act: string;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onSubmit: () => void;
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

export function Form({ act, busy, error, onSubmit, more, children }: FormProps) {
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
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
      <ButtonRow>
        <Button kind="main" type="submit" busy={busy}>
          {act}
        </Button>
        {more}
      </ButtonRow>
    </form>
  );
}

/** The sentence for a field of what was refused. */
export function fieldOf(error: Error | null, name: string): string | undefined {
  return error instanceof ApiProblem ? error.field(name) : undefined;
}
