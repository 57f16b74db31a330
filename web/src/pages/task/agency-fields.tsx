/** Choosing who leads and who supports (cơ quan chủ trì, phối hợp): as proposed, with why another body is proposed. */
import { useQuery } from '@tanstack/react-query';
import type { Act } from '#delivery/act.ts';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { useMay } from '../../api/session.ts';
import { IconButton } from '../../ui/button.tsx';
import { Combobox, type Option } from '../../ui/combobox.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import { useOrganisationOptions } from '../people/use-options.ts';
import styles from './task.module.css';
import type { Life } from './words.ts';

export interface AgencyFieldsProps {
  readonly act: Act;
  readonly life: Life;
  /** Null: as proposed. */
  readonly leads: readonly Option[] | null;
  readonly supports: readonly Option[] | null;
  readonly error: string | null;
  readonly onChange: (change: { leads?: readonly Option[]; supports?: readonly Option[] }) => void;
}

const known = (list: Life['leads']): Option[] =>
  list.flatMap(({ organisationId, name }) => (organisationId === null ? [] : [{ value: organisationId, label: name }]));

export function AgencyFields({ act, life, leads, supports, error, onChange }: AgencyFieldsProps) {
  const may = useMay();
  const asks = act === 'assign' && may('task.assign');
  const {
    data,
    error: failed,
    refetch,
  } = useQuery({
    ...read('GET /tasks/:id/assignment', { params: { id: life.id } }),
    enabled: asks,
  });
  const options = useOrganisationOptions();
  if (failed) return <ErrorState {...explain(failed)} onRetry={() => void refetch()} />;
  if (asks && !data) return <Skeleton lines={4} />;
  const items = data?.items ?? [];
  const proposed = (role: 'lead' | 'support', now: Life['leads']): readonly Option[] => {
    const found = items.flatMap((one) =>
      one.role === role && one.proposed?.organisationId
        ? [{ value: one.proposed.organisationId, label: one.proposed.name }]
        : [],
    );
    // Of bodies that a document names, only those that exist today are proposed.
    return items.length > 0 ? unique(found) : known(now);
  };
  const shownLeads = leads ?? proposed('lead', life.leads);
  const shownSupports = supports ?? proposed('support', life.supports);
  const reasons = items.flatMap((one) => (one.reason ? [one.reason.vi] : []));
  return (
    <>
      {reasons.length > 0 ? (
        <Notice>
          <ul className={styles.bullets}>
            {[...new Set(reasons)].map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Bodies
        label="Cơ quan chủ trì"
        chosen={shownLeads}
        options={options}
        error={error ?? (shownLeads.length === 0 ? 'Chưa có cơ quan chủ trì nào. Hãy chọn một cơ quan.' : null)}
        onChange={(next) => onChange({ leads: next })}
      />
      <Bodies
        label="Cơ quan phối hợp"
        chosen={shownSupports}
        options={options}
        error={null}
        onChange={(next) => onChange({ supports: next })}
      />
    </>
  );
}

function unique(options: readonly Option[]): Option[] {
  return [...new Map(options.map((one) => [one.value, one])).values()];
}

function Bodies({
  label,
  chosen,
  options,
  error,
  onChange,
}: {
  readonly label: string;
  readonly chosen: readonly Option[];
  readonly options: readonly Option[];
  readonly error: string | null;
  readonly onChange: (next: readonly Option[]) => void;
}) {
  const there = new Set(chosen.map((one) => one.value));
  return (
    <fieldset className={styles.bodies}>
      <legend className={styles.label}>{label}</legend>
      {chosen.length > 0 ? (
        <ul className={styles.chips}>
          {chosen.map((one) => (
            <li key={one.value} className={styles.chip}>
              {one.label}
              <IconButton
                small
                icon="close"
                label={`Bỏ ${one.label}`}
                onClick={() => onChange(chosen.filter(({ value }) => value !== one.value))}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <Combobox
        // Emptied after each choice.
        key={chosen.length}
        aria-label={`Thêm ${label.toLowerCase()}`}
        options={options.filter((one) => !there.has(one.value))}
        value={null}
        onChoose={(one) => one && onChange([...chosen, one])}
        placeholder="Gõ tên cơ quan để thêm"
      />
      {error ? <p className={styles.wrong}>{error}</p> : null}
    </fieldset>
  );
}
