/** Filters of the library: they stand in the address. */
import { useEffect, useState } from 'react';
import type { Answer } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './documents.module.css';
import { type DocumentsSearch, REVIEWS, STATES } from './search.ts';
import { REVIEW_WORDS, STATE_WORDS } from './words.ts';

export interface FiltersProps {
  readonly search: DocumentsSearch;
  readonly choices: Answer<'GET /documents/choices'> | undefined;
  readonly onChange: (change: { readonly [name: string]: string | number | undefined }) => void;
}

/** A typist's pause before the list is asked, milliseconds. */
const PAUSE = 250;

export function Filters({ search, choices, onChange }: FiltersProps) {
  const some = (texts: readonly string[] | undefined, now: string | undefined) =>
    [...new Set([...(texts ?? []), ...(now ? [now] : [])])].map((value) => ({ value, label: value }));
  const set = (name: string) => (value: string) => onChange({ [name]: value === '' ? undefined : value });
  const filtered = Object.keys(search).some((name) => !['xem', 'xep'].includes(name));
  return (
    <search className={styles.filters}>
      <Words value={search.tim ?? ''} onValue={set('tim')} />
      <Field label="Loại văn bản" hideLabel>
        <Select
          empty="Mọi loại"
          value={search.type ?? ''}
          choices={some(choices?.types, search.type)}
          onChoose={set('type')}
        />
      </Field>
      <Field label="Cơ quan ban hành" hideLabel className={styles.issuer}>
        <Select
          empty="Mọi cơ quan ban hành"
          value={search.issuer ?? ''}
          choices={some(choices?.issuers, search.issuer)}
          onChoose={set('issuer')}
        />
      </Field>
      <Field label="Năm kế hoạch" hideLabel>
        <Select
          empty="Mọi năm"
          value={search.year === undefined ? '' : String(search.year)}
          choices={some(choices?.years.map(String), search.year?.toString()).map(({ value }) => ({
            value,
            label: `Năm ${value}`,
          }))}
          onChoose={(value) => onChange({ year: value === '' ? undefined : Number(value) })}
        />
      </Field>
      <Field label="Tình trạng đọc" hideLabel>
        <Select
          empty="Mọi tình trạng đọc"
          value={search.state ?? ''}
          choices={STATES.map((value) => ({ value, label: STATE_WORDS[value].word }))}
          onChoose={set('state')}
        />
      </Field>
      <Field label="Rà soát" hideLabel>
        <Select
          empty="Mọi tình trạng rà soát"
          value={search.review ?? ''}
          choices={REVIEWS.map((value) => ({ value, label: REVIEW_WORDS[value].word }))}
          onChoose={set('review')}
        />
      </Field>
      {filtered ? (
        <Button
          kind="quiet"
          icon="close"
          onClick={() =>
            onChange({
              tim: undefined,
              type: undefined,
              issuer: undefined,
              year: undefined,
              state: undefined,
              review: undefined,
            })
          }
        >
          Bỏ lọc
        </Button>
      ) : null}
    </search>
  );
}

function Words({ value, onValue }: { readonly value: string; readonly onValue: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = window.setTimeout(() => onValue(typed.trim()), PAUSE);
    return () => window.clearTimeout(timer);
  });
  return (
    <Field label="Tìm trong văn bản" hideLabel className={styles.words}>
      <TextInput
        type="search"
        before={<Icon name="search" size={16} />}
        placeholder="Tìm số ký hiệu, trích yếu, nội dung"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </Field>
  );
}
