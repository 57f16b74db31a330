/** Agencies by their late tasks (cơ quan chủ trì): how many in each standing, every number the list behind it. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { STANDING_WORDS, type Standing } from '#delivery/standing.ts';
import { formatCount } from '../../format/number.ts';
import { Section } from '../../frame/page.tsx';
import { Button } from '../../ui/button.tsx';
import type { Column } from '../../ui/table/model.ts';
import { Table } from '../../ui/table/table.tsx';
import { tasksAddress } from '../tasks/address.ts';
import styles from './standing.module.css';
import type { StandingView } from './words.ts';

type Row = StandingView['agencies'][number];

/** In the order of what has to be looked at, each with the width that its head needs, pixels. */
const SHOWN: readonly (readonly [Standing, number])[] = [
  ['overdue', 88],
  ['due-soon', 112],
  ['not-started', 120],
  ['in-time', 92],
  ['no-deadline', 142],
  ['done-on-time', 168],
  ['done-late', 156],
];
/** Heads that are narrow enough; the whole words are heard and stand on the lists. */
const HEADS: Readonly<Partial<Record<Standing, string>>> = { overdue: 'Quá hạn', 'in-time': 'Trong hạn' };

const FEW = 8;

function CountCell({ row, standing }: { readonly row: Row; readonly standing: Standing }) {
  const count = row.counts[standing];
  if (count === 0) return <span className={styles.zero}>0</span>;
  return (
    <Link
      {...tasksAddress({ ...row.filter, standing })}
      className={styles.number}
      data-standing={standing}
      aria-label={`${formatCount(count)} nhiệm vụ ${STANDING_WORDS[standing].toLowerCase()}, ${row.name}`}
    >
      {formatCount(count)}
    </Link>
  );
}

/** The same page for this agency alone. */
function AgencyLink({ row }: { readonly row: Row }) {
  return (
    <Link
      to="/"
      search={((before: object) => ({ ...before, xem: 'thuc-hien', co_quan: row.organisationId })) as never}
      className={styles.name}
    >
      {row.name}
    </Link>
  );
}

export interface AgenciesProps {
  readonly agencies: readonly Row[];
  readonly onOrganisation: (id: string) => void;
}

export function Agencies({ agencies, onOrganisation }: AgenciesProps) {
  const [all, setAll] = useState(false);
  const columns: readonly Column<Row>[] = [
    {
      id: 'name',
      head: 'Cơ quan chủ trì',
      fixed: true,
      phone: 'title',
      cell: (row) => <AgencyLink row={row} />,
    },
    {
      id: 'total',
      head: 'Nhiệm vụ',
      numeric: true,
      width: 96,
      cell: (row) => (
        <Link
          {...tasksAddress(row.filter)}
          className={styles.number}
          aria-label={`${formatCount(row.total)} nhiệm vụ, ${row.name}`}
        >
          {formatCount(row.total)}
        </Link>
      ),
    },
    ...SHOWN.map(
      ([standing, width]): Column<Row> => ({
        id: standing,
        head: HEADS[standing] ?? STANDING_WORDS[standing],
        numeric: true,
        width,
        cell: (row) => <CountCell row={row} standing={standing} />,
      }),
    ),
  ];
  const shown = all ? agencies : agencies.slice(0, FEW);
  return (
    <div id="co-quan" className={styles.anchor}>
      <Section
        title="Cơ quan, nhiều nhiệm vụ quá hạn trước"
        actions={
          agencies.length > FEW ? (
            <Button small kind="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? 'Thu gọn' : `Xem cả ${formatCount(agencies.length)} cơ quan`}
            </Button>
          ) : null
        }
      >
        <div className={styles.desk}>
          <Table
            label="Nhiệm vụ của từng cơ quan theo tình trạng"
            columns={columns}
            rows={shown}
            rowKey={(row) => row.organisationId}
            onOpen={(row) => onOrganisation(row.organisationId)}
            height="none"
          />
        </div>
        <ul className={styles.phone}>
          {shown.map((row) => (
            <li key={row.organisationId}>
              <AgencyLink row={row} />
              <p className={styles.counts}>
                {(['overdue', 'due-soon'] as const).map((standing) =>
                  row.counts[standing] === 0 ? null : (
                    <Link key={standing} {...tasksAddress({ ...row.filter, standing })} data-standing={standing}>
                      {formatCount(row.counts[standing])} {standing === 'overdue' ? 'quá hạn' : 'sắp đến hạn'}
                    </Link>
                  ),
                )}
                <Link {...tasksAddress(row.filter)}>{formatCount(row.total)} nhiệm vụ</Link>
              </p>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
