/** Where the province stands (Tình hình thực hiện): exceptions first, every number a link; the same for one agency. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { formatCount } from '../../format/number.ts';
import { Section } from '../../frame/page.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { TaskCard } from '../my-work/task-card.tsx';
import { tasksAddress } from '../tasks/address.ts';
import { Agencies } from './agencies.tsx';
import { Months } from './months.tsx';
import { Registers } from './registers.tsx';
import styles from './standing.module.css';
import { EXCEPTION_TITLES, piecesOf, type StandingView } from './words.ts';

/** Tasks of an exception that are shown before its list is opened. */
const SHOW = 5;

export interface StandingProps {
  /** One agency by its id; absent: the province. */
  readonly organisation: string | undefined;
  readonly onOrganisation: (id: string | undefined) => void;
}

export function Standing({ organisation, onOrganisation }: StandingProps) {
  const query = { show: SHOW, ...(organisation === undefined ? {} : { organisation }) };
  const { data, error, refetch } = useQuery({
    ...read('GET /standing', { query } as never),
    placeholderData: keepPreviousData,
  });
  if (error && !data) return <ErrorState {...explain(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={10} />;
  const agencies = data.agencies.map(({ organisationId, name }) => ({ value: organisationId, label: name }));
  return (
    <div className={styles.stack}>
      <div className={styles.top}>
        {data.total === 0 && organisation === undefined ? null : <Sentence data={data} />}
        <Field label="Cơ quan" className={styles.choose}>
          <Combobox
            value={data.organisation === null ? null : { value: data.organisation.id, label: data.organisation.name }}
            options={agencies}
            placeholder="Toàn tỉnh"
            none="Không cơ quan nào như vậy chủ trì nhiệm vụ"
            onChoose={(option) => onOrganisation(option?.value)}
          />
        </Field>
      </div>
      {data.total === 0 ? (
        <EmptyState icon="task" title="Chưa có nhiệm vụ nào để theo dõi">
          Khi kế hoạch được ban hành, nhiệm vụ của nghị quyết hiện ở đây.
        </EmptyState>
      ) : null}
      {organisation === undefined && data.agencies.length > 0 ? (
        <Agencies agencies={data.agencies} onOrganisation={onOrganisation} />
      ) : null}
      <div className={styles.sections}>
        {data.exceptions.map(({ id, count, filter, items }) =>
          items.length === 0 ? null : (
            <Section
              key={id}
              title={EXCEPTION_TITLES[id] ?? ''}
              actions={
                <Link {...tasksAddress(filter)} className={styles.all}>
                  {count > items.length ? `Xem cả ${formatCount(count)} nhiệm vụ` : `${formatCount(count)} nhiệm vụ`}
                </Link>
              }
            >
              <div className={styles.cards}>
                {items.map((item) => (
                  <TaskCard key={item.id} item={item} today={data.today} />
                ))}
              </div>
            </Section>
          ),
        )}
        <Registers organisation={organisation} today={data.today} />
      </div>
      {data.months.length > 0 ? <Months months={data.months} today={data.today} /> : null}
    </div>
  );
}

function Sentence({ data }: { readonly data: StandingView }) {
  const pieces = piecesOf(data);
  const where = data.organisation === null ? 'Toàn tỉnh' : data.organisation.name;
  return (
    <p className={styles.sentence}>
      {where} có{' '}
      <Link {...tasksAddress(data.filter)}>
        <strong>{formatCount(data.total)}</strong> nhiệm vụ
      </Link>
      {pieces.length === 0 ? '; không có nhiệm vụ nào quá hạn hay chờ xử lý' : ': '}
      {pieces.map((piece, i) => (
        <span key={piece.id}>
          {i === 0 ? null : '; '}
          <Link {...tasksAddress(piece.filter)} data-exception={piece.id}>
            <strong>{piece.number}</strong> {piece.words}
          </Link>
          {piece.id === 'overdue' && data.organisation === null && data.agenciesLate > 0 ? (
            <>
              {' ở '}
              <a href="#co-quan">
                <strong>{formatCount(data.agenciesLate)}</strong> cơ quan
              </a>
            </>
          ) : null}
        </span>
      ))}
      .
    </p>
  );
}
