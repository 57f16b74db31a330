/** The columns of the table of tasks. */
import { Link } from '@tanstack/react-router';
import { formatDay } from '../../format/date.ts';
import { cx } from '../../ui/cx.ts';
import type { Column } from '../../ui/table/model.ts';
import styles from '../plan/plan.module.css';
import { PRODUCT_WORDS, sourceWords, type Task } from '../plan/words.ts';
import { Missing } from '../targets/columns.tsx';

const named = (bodies: Task['leads']) => bodies.map((body) => body.name).join('; ');

export const TASK_COLUMNS: readonly Column<Task>[] = [
  {
    id: 'text',
    head: 'Nội dung',
    fixed: true,
    phone: 'title',
    cell: (row) => (
      <Link to="/nhiem-vu/$id" params={{ id: row.id }} className={cx(styles.name, styles.text)}>
        <span className={styles.clamp}>{row.text}</span>
      </Link>
    ),
  },
  {
    id: 'lead',
    head: 'Chủ trì',
    width: 190,
    cell: (row) => (
      <span className={styles.clamp}>{named(row.leads) || <Missing why="Văn bản chưa giao cơ quan chủ trì" />}</span>
    ),
  },
  {
    id: 'support',
    head: 'Phối hợp',
    width: 190,
    phone: 'none',
    cell: (row) => (
      <span className={styles.clamp}>
        {named(row.supports) || <Missing why="Văn bản không nêu cơ quan phối hợp" />}
      </span>
    ),
  },
  {
    id: 'due',
    head: 'Thời hạn',
    width: 116,
    cell: (row) =>
      row.dueOn === null ? (
        <Missing why="Không có thời hạn" />
      ) : (
        <span title={row.dueQuote ? `Văn bản ghi: ${row.dueQuote}` : undefined}>{formatDay(row.dueOn)}</span>
      ),
  },
  {
    id: 'product',
    head: 'Sản phẩm',
    width: 170,
    phone: 'none',
    cell: (row) => {
      const kinds = [...new Set(row.products.map((one) => PRODUCT_WORDS[one.kind] ?? 'Khác'))];
      if (kinds.length === 0) return <Missing why="Văn bản không nêu sản phẩm" />;
      return <span title={row.products.map((one) => one.name).join('\n')}>{kinds.join('; ')}</span>;
    },
  },
  {
    id: 'section',
    head: 'Phần của văn bản',
    width: 200,
    away: true,
    phone: 'none',
    cell: (row) => <span className={styles.clamp}>{row.groupTitle ?? row.section}</span>,
  },
  {
    id: 'source',
    head: 'Căn cứ',
    width: 150,
    away: true,
    phone: 'none',
    cell: (row) => <span className={styles.oneLine}>{sourceWords(row.source)}</span>,
  },
];
