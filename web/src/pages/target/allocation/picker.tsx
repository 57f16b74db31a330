/** Choosing who gets a part (chọn cơ quan, địa phương): all at once by kind, or one by one, found with or without marks. */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ORGANISATION_KIND_NAMES, type OrganisationKind } from '#plan/organisation.ts';
import type { Answer } from '../../../api/client.ts';
import { explain } from '../../../api/problem.ts';
import { read } from '../../../api/query.ts';
import { score } from '../../../format/match.ts';
import { formatCount } from '../../../format/number.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choice.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, TextInput } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import styles from './allocation.module.css';

type Organisation = Answer<'GET /organisations/tree'>['items'][number];

export interface PickerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Ids that have a part already. */
  readonly chosen: readonly string[];
  /** Only what stands below this organisation; null: all. */
  readonly below: string | null;
  readonly onChoose: (chosen: readonly { readonly id: string; readonly name: string }[]) => void;
}

export function OrganisationPicker(props: PickerProps) {
  return props.open ? <Picker {...props} /> : null;
}

function Picker({ onClose, chosen, below, onChoose }: PickerProps) {
  const { data, error, refetch } = useQuery(read('GET /organisations/tree', { query: {} }));
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set(chosen));
  const [typed, setTyped] = useState('');
  const all = useMemo(() => within(data?.items ?? [], below), [data, below]);
  const shown = useMemo(
    () => (typed.trim() === '' ? all : all.filter((one) => score(typed, `${one.name} ${one.shortName ?? ''}`) > 0)),
    [all, typed],
  );
  const kinds = useMemo(() => [...Map.groupBy(all, (one) => one.kind)].filter(([, list]) => list.length > 1), [all]);
  const set = (ids: readonly string[], on: boolean) =>
    setPicked((now) => {
      const next = new Set(now);
      for (const id of ids) on ? next.add(id) : next.delete(id);
      return next;
    });
  return (
    <Dialog
      open
      holds
      size="large"
      onClose={onClose}
      title="Chọn cơ quan, địa phương"
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button
            kind="main"
            onClick={() => onChoose(all.filter((one) => picked.has(one.id)).map(({ id, name }) => ({ id, name })))}
          >
            Chọn {formatCount(picked.size)} đơn vị
          </Button>
        </>
      }
    >
      {error ? <ErrorState {...explain(error)} onRetry={() => void refetch()} /> : null}
      {data ? (
        <div className={styles.stack}>
          <Field label="Tìm cơ quan, địa phương">
            <TextInput
              type="search"
              value={typed}
              placeholder="Tên, có dấu hoặc không dấu"
              before={<Icon name="search" size={16} />}
              onChange={(event) => setTyped(event.target.value)}
            />
          </Field>
          <div className={styles.kinds}>
            {kinds.map(([kind, list]) => (
              <Checkbox
                key={kind}
                label={`${ORGANISATION_KIND_NAMES[kind as OrganisationKind] ?? kind} (${formatCount(list.length)})`}
                checked={list.every((one) => picked.has(one.id))}
                mixed={list.some((one) => picked.has(one.id)) && !list.every((one) => picked.has(one.id))}
                onChange={(event) =>
                  set(
                    list.map((one) => one.id),
                    event.target.checked,
                  )
                }
              />
            ))}
          </div>
          {shown.length === 0 ? (
            <p className={styles.quiet}>
              {below !== null && all.length === 0
                ? 'Cơ quan của bạn chưa có đơn vị trực thuộc trong danh mục.'
                : 'Không tìm thấy cơ quan nào như vậy.'}
            </p>
          ) : (
            <ul className={styles.choices} aria-label="Cơ quan, địa phương">
              {shown.map((one) => (
                <li key={one.id}>
                  <Checkbox
                    label={one.name}
                    checked={picked.has(one.id)}
                    onChange={(event) => set([one.id], event.target.checked)}
                  />
                </li>
              ))}
            </ul>
          )}
        </div>
      ) : error ? null : (
        <Skeleton lines={8} />
      )}
    </Dialog>
  );
}

/** In the order of the province's list. */
function within(items: readonly Organisation[], below: string | null): readonly Organisation[] {
  if (below === null) return items;
  const parents = new Map(items.map((one) => [one.id, one.parent?.id ?? null]));
  const isBelow = (id: string): boolean => {
    for (let at = parents.get(id) ?? null; at !== null; at = parents.get(at) ?? null) if (at === below) return true;
    return false;
  };
  return items.filter((one) => isBelow(one.id));
}
