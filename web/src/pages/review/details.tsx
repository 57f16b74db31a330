/** Everything that is known of an item, field by field, each with how sure it is and what was read before an edit. */
import type { ReactNode } from 'react';
import type { ReviewItem } from '#contract/review.ts';
import type { NamedAgency, Sureness } from '#plan/review.ts';
import { formatDay } from '../../format/date.ts';
import { Tag } from '../../ui/badge.tsx';
import styles from './card.module.css';
import { fieldsAs } from './items.ts';
import { CADENCE_WORDS, FIELD_WORDS, PRODUCT_WORDS, SURENESS_WORDS, shown } from './words.ts';

export function Sure({ of }: { readonly of: Sureness | undefined }) {
  if (of === undefined || of === 'high') return null;
  return <Tag tone={of === 'check' ? 'amber' : 'neutral'}>{SURENESS_WORDS[of].toLowerCase()}</Tag>;
}

export function Details({ item }: { readonly item: ReviewItem }) {
  const rows = rowsOf(item);
  return (
    <>
      {item.kind === 'task' || item.kind === 'unread' || item.kind === 'text-error' ? null : (
        <blockquote className={styles.quote}>{item.quote}</blockquote>
      )}
      {item.kind === 'text-error' ? <p className={styles.note}>{fieldsAs(item, 'text-error').message}</p> : null}
      {rows.length > 0 ? (
        <dl className={styles.fields}>
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{FIELD_WORDS[name] ?? name}</dt>
              <dd>
                {value} <Sure of={item.sureness[name]} />
                {item.original && item.changed.includes(name) ? (
                  <del className={styles.was}>{shown(name, item.original[name])}</del>
                ) : null}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  );
}

function rowsOf(item: ReviewItem): [string, ReactNode][] {
  const rows: [string, ReactNode][] = [];
  const doubtful = (name: string) => name in item.sureness || item.changed.includes(name);
  const add = (name: string, there: boolean, value: ReactNode) => {
    if (there || doubtful(name)) rows.push([name, value]);
  };
  const plain = (name: string) =>
    add(name, item.fields[name] !== null && item.fields[name] !== '', shown(name, item.fields[name]));
  switch (item.kind) {
    case 'target':
    case 'result': {
      const fields = fieldsAs(item, 'target');
      for (const name of ['decimal', 'decimalMax', 'comparator', 'measure', 'year', 'unit', 'cumulative']) {
        if (doubtful(name)) rows.push([name, shown(name, item.fields[name])]);
      }
      const match: ReactNode = fields.match ? (
        <>
          {fields.match.name} <Sure of={item.sureness.match ? undefined : fields.match.sureness} />
        </>
      ) : (
        <span className={styles.note}>Chưa khớp với chỉ tiêu nào</span>
      );
      rows.push(['match', match]);
      add('lead', fields.lead.length > 0, <Agencies list={fields.lead} />);
      plain('section');
      return rows;
    }
    case 'task': {
      const { lead, support, deadlines, products } = fieldsAs(item, 'task');
      const leads: ReactNode =
        lead.length > 0 ? <Agencies list={lead} /> : <span className={styles.note}>Chưa rõ</span>;
      rows.push(['lead', leads]);
      add('support', support.length > 0, <Agencies list={support} />);
      add(
        'deadlines',
        deadlines.length > 0,
        deadlines.map((one) => (
          <span key={`${one.due}${one.quote}`} className={styles.part}>
            <strong>{formatDay(one.due)}</strong> <span className={styles.note}>{one.quote}</span>
          </span>
        )),
      );
      add(
        'products',
        products.length > 0,
        products.map((one) => (
          <span key={one.quote} className={styles.part}>
            {PRODUCT_WORDS[one.kind] ?? one.kind}: {one.quote}
          </span>
        )),
      );
      plain('section');
      return rows;
    }
    case 'citation':
      for (const name of ['type', 'symbol', 'date', 'issuer']) plain(name);
      return rows;
    case 'reporting': {
      const { cadence } = fieldsAs(item, 'reporting');
      rows.push(['cadence', CADENCE_WORDS[cadence] ?? cadence]);
      for (const name of ['due', 'from', 'to']) plain(name);
      return rows;
    }
    default:
      return rows;
  }
}

/** Bodies as printed; what became of one that is no more. */
export function Agencies({ list }: { readonly list: readonly NamedAgency[] }) {
  return (
    <span className={styles.agencies}>
      {list.map((one) => (
        <span key={one.name} className={styles.agency}>
          {one.name}
          {one.successor ? <span className={styles.became}>nay là {one.successor.name}</span> : null}
          <Sure of={one.sureness} />
        </span>
      ))}
    </span>
  );
}
