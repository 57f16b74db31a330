/** One deliverable beside the list: its task and sentence, steps, evidence, history, what may be done. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { STAGE_WORDS } from '#delivery/deliverable-stage.ts';
import { monthWords } from '#delivery/programme.ts';
import { explain } from '../../api/problem.ts';
import { read, useWrite } from '../../api/query.ts';
import { formatDay } from '../../format/date.ts';
import { formatInstant } from '../../format/instant.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Confirm, Drawer } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StandingBadge } from '../../ui/standing.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import { Evidence } from '../evidence/evidence.tsx';
import plan from '../plan/plan.module.css';
import { PRODUCT_WORDS } from '../plan/words.ts';
import styles from './deliverables.module.css';
import { EditDialog } from './edit-dialog.tsx';
import { StageBar } from './stage-bar.tsx';
import { StageDialog } from './stage-dialog.tsx';
import { SPOILS, useSaidDone } from './use-deliverables.ts';

export function DeliverableDrawer({ id, onClose }: { readonly id: string | undefined; readonly onClose: () => void }) {
  const { data, error, refetch } = useQuery({
    ...read('GET /deliverables/:id', { params: { id: id ?? '-' } }),
    enabled: id !== undefined,
  });
  const [doing, setDoing] = useState<'stage' | 'edit' | 'end' | null>(null);
  const may = data?.mayEdit ?? 'none';
  return (
    <>
      <Drawer
        open={id !== undefined}
        onClose={onClose}
        title="Sản phẩm"
        actions={
          data && may !== 'none' ? (
            <>
              {may === 'all' ? (
                <Button kind="quiet" icon="trash" onClick={() => setDoing('end')}>
                  Bỏ
                </Button>
              ) : null}
              <Button icon="edit" onClick={() => setDoing('edit')}>
                {may === 'all' ? 'Sửa' : 'Ghi chú'}
              </Button>
              <Button kind="main" onClick={() => setDoing('stage')}>
                Chuyển bước
              </Button>
            </>
          ) : null
        }
      >
        {error ? <ErrorState {...explain(error)} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <Skeleton lines={8} /> : null}
        {data && data.id === id ? (
          <div className={plan.stack}>
            <h3>{data.name}</h3>
            <StageBar of={data} days />
            <dl className={plan.facts}>
              <Fact name="Tình trạng">
                <StandingBadge standing={data.standing} />
              </Fact>
              <Fact name="Loại">{PRODUCT_WORDS[data.kind] ?? 'Khác'}</Fact>
              <Fact name="Bước hiện nay">{STAGE_WORDS[data.stage]}</Fact>
              <Fact name="Thời hạn">{data.dueOn ? formatDay(data.dueOn) : 'Không có thời hạn'}</Fact>
              <Fact name="Phiên họp">
                {data.sessionMonth
                  ? [data.sessionTitle, monthWords(data.sessionMonth)].filter(Boolean).join(', ')
                  : 'Chưa xếp'}
              </Fact>
              {data.symbol ? (
                <Fact name="Số, ký hiệu">
                  {data.document ? (
                    <Link to="/van-ban/$id" params={{ id: data.document.id }}>
                      {data.symbol}
                    </Link>
                  ) : (
                    data.symbol
                  )}
                </Fact>
              ) : null}
              <Fact name="Chủ trì">
                {data.task.leads.map((lead) => lead.name).join('; ') || 'Chưa có cơ quan chủ trì'}
              </Fact>
            </dl>
            {data.note ? <p className={plan.prose}>{data.note}</p> : null}
            <section className={plan.stack}>
              <h3>Nhiệm vụ</h3>
              <p className={plan.quote}>{data.task.text}</p>
              <span className={plan.links}>
                <Link to="/nhiem-vu/$id" params={{ id: data.task.id }} className={buttonClass('plain')}>
                  <Icon name="task" />
                  Mở nhiệm vụ
                </Link>
                {data.source ? (
                  <Link
                    to="/van-ban/$id"
                    params={{ id: data.source.documentId }}
                    search={{ tu: data.source.span.start, den: data.source.span.end }}
                    className={buttonClass('plain')}
                  >
                    <Icon name="document" />
                    Câu trong văn bản
                  </Link>
                ) : null}
              </span>
            </section>
            <section className={plan.stack}>
              <h3>Minh chứng</h3>
              <Evidence subjectType="deliverable" subjectId={data.id} />
            </section>
            <section className={plan.stack}>
              <h3>Lịch sử</h3>
              {data.history.length === 0 ? (
                <p className={plan.quiet}>Chưa có thay đổi nào từ khi ban hành kế hoạch.</p>
              ) : (
                <ol className={plan.versions}>
                  {data.history.map((one) => (
                    <li key={one.id}>
                      <span>{one.text}</span>
                      {one.reason ? <span className={plan.quote}>{one.reason}</span> : null}
                      <span className={plan.quiet}>
                        {formatInstant(one.at)}
                        {one.person ? ` · ${[one.person, one.post].filter(Boolean).join(', ')}` : ''}
                      </span>
                    </li>
                  ))}
                </ol>
              )}
            </section>
          </div>
        ) : null}
      </Drawer>
      {data && doing === 'stage' ? <StageDialog of={data} onClose={() => setDoing(null)} /> : null}
      {data && doing === 'edit' ? <EditDialog of={data} taskId={data.task.id} onClose={() => setDoing(null)} /> : null}
      {data && doing === 'end' ? (
        <End
          of={data}
          onClose={() => setDoing(null)}
          onDone={() => {
            setDoing(null);
            onClose();
          }}
        />
      ) : null}
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function End({
  of,
  onClose,
  onDone,
}: {
  readonly of: { readonly id: string; readonly name: string; readonly version: number };
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const said = useSaidDone();
  const end = useWrite('POST /deliverables/:id/end', {
    spoils: SPOILS,
    onDone: ({ version }) => {
      onDone();
      said('Đã bỏ sản phẩm khỏi danh mục', { id: of.id, version });
    },
  });
  return (
    <Confirm
      open
      danger
      title="Bỏ sản phẩm khỏi danh mục"
      act="Bỏ sản phẩm"
      busy={end.isPending}
      onClose={onClose}
      onAct={() => {
        if (reason.trim() === '') return setMissing(true);
        end.mutate({ params: { id: of.id }, body: { version: of.version, reason: reason.trim() } });
      }}
    >
      <div className={styles.form}>
        <p>{of.name}</p>
        <Field label="Lý do" required error={missing && reason.trim() === '' ? 'Hãy ghi lý do.' : null}>
          <TextArea rows={3} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        {end.isError ? (
          <Notice tone="red" live>
            {explain(end.error).message}
          </Notice>
        ) : null}
      </div>
    </Confirm>
  );
}
