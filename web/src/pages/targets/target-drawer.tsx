/** The sentence of a target (căn cứ) beside the table, with what stands around it. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { formatDay } from '../../format/date.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Drawer } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import styles from '../plan/plan.module.css';
import { InContext, SourceLink } from '../plan/sentence.tsx';
import { demandWithUnit, sourceWords } from '../plan/words.ts';

export function TargetDrawer({ id, onClose }: { readonly id: string | undefined; readonly onClose: () => void }) {
  const { data, error, refetch } = useQuery({
    ...read('GET /targets/:id', { params: { id: id ?? '' } }),
    enabled: id !== undefined,
  });
  return (
    <Drawer
      open={id !== undefined}
      onClose={onClose}
      title={data?.target.name ?? 'Căn cứ'}
      actions={
        data ? (
          <>
            <SourceLink source={data.target.source} button />
            <Link to="/chi-tieu/$id" params={{ id: data.target.id }} className={buttonClass('main')}>
              Mở chỉ tiêu
            </Link>
          </>
        ) : null
      }
    >
      {error ? <ErrorState {...explain(error)} onRetry={() => void refetch()} /> : null}
      {data ? (
        <div className={styles.stack}>
          <p>
            Kế hoạch: <strong>{demandWithUnit(data.target)}</strong>
            {data.target.year === null ? null : `, năm ${data.target.year}`}
          </p>
          <InContext context={data.context} kind="target" />
          <p className={styles.quiet}>
            {sourceWords(data.target.source)}, có hiệu lực từ {formatDay(data.target.validFrom)}
          </p>
        </div>
      ) : error ? null : (
        <Skeleton lines={6} />
      )}
    </Drawer>
  );
}
