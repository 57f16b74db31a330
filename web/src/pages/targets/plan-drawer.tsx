/** What a plan was made of (về kế hoạch này): its documents in their order, its counts, and taking it back. */
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { useMay } from '../../api/session.ts';
import { formatDay } from '../../format/date.ts';
import { formatInstant } from '../../format/instant.ts';
import { formatCount } from '../../format/number.ts';
import type { PlanView } from '../../frame/plan.ts';
import { Tag } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm, Drawer } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from '../plan/plan.module.css';
import { documentWords, planYears, ROLE_WORDS } from '../plan/words.ts';

export function PlanDrawer({
  plan,
  open,
  onClose,
}: {
  readonly plan: PlanView;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const { counts } = plan;
  return (
    <>
      <Drawer
        open={open}
        onClose={onClose}
        title={plan.title}
        actions={
          may('plan.publish') && plan.sources.length === 1 ? (
            <Button kind="danger" onClick={() => setAsking(true)}>
              Thu hồi kế hoạch
            </Button>
          ) : null
        }
      >
        <div className={styles.stack}>
          <p>
            Kế hoạch {planYears(plan)}: {formatCount(counts.targets)} chỉ tiêu, {formatCount(counts.tasks)} nhiệm vụ,{' '}
            {formatCount(counts.deliverables)} sản phẩm, {formatCount(counts.regimes)} chế độ báo cáo được đề xuất.
          </p>
          {counts.openDiffs > 0 ? (
            <Notice tone="amber">
              <Link to="/chi-tieu/so-sanh" search={{ tt: 'open' } as never}>
                {formatCount(counts.openDiffs)} bản so sánh
              </Link>{' '}
              đang chờ quyết định.
            </Notice>
          ) : null}
          <h3>Các văn bản của kế hoạch</h3>
          <ol className={styles.versions}>
            {plan.sources.map((source) => (
              <li key={source.documentId} data-now="true">
                <span>
                  <Tag tone="brand">{ROLE_WORDS[source.role]}</Tag>{' '}
                  <Link to="/van-ban/$id" params={{ id: source.documentId }}>
                    {documentWords(source)}
                  </Link>
                </span>
                {source.symbol && source.title ? <span className={styles.quote}>{source.title}</span> : null}
                <span className={styles.quiet}>
                  Hiệu lực từ {formatDay(source.effectiveOn)}; ban hành vào hệ thống {formatInstant(source.publishedAt)}
                </span>
              </li>
            ))}
          </ol>
        </div>
      </Drawer>
      <Withdraw plan={plan} open={asking} onClose={() => setAsking(false)} onDone={onClose} />
    </>
  );
}

function Withdraw({
  plan,
  open,
  onClose,
  onDone,
}: {
  readonly plan: PlanView;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const document = plan.sources[0]?.documentId;
  const withdraw = useWrite('POST /plans/:id/withdraw', {
    spoils: ['GET /plans', 'GET /overview', 'GET /documents', 'GET /documents/:id', 'GET /documents/:id/publish'],
    onDone: () => {
      toast({ text: `Đã thu hồi ${plan.title}` });
      onClose();
      onDone();
      if (document) void navigate({ to: '/van-ban/$id/ra-soat', params: { id: document } });
    },
  });
  return (
    <Confirm
      open={open}
      onClose={onClose}
      title="Thu hồi kế hoạch"
      act="Thu hồi kế hoạch"
      danger
      busy={withdraw.isPending}
      onAct={() => {
        if (reason.trim() === '') return setMissing(true);
        withdraw.mutate({ params: { id: plan.id }, body: { version: plan.version, reason: reason.trim() } });
      }}
    >
      <div className={styles.stack}>
        <p>
          Chỉ tiêu và nhiệm vụ của kế hoạch sẽ không còn hiện. Văn bản trở lại trạng thái rà soát, các quyết định rà
          soát vẫn giữ nguyên.
        </p>
        <Field label="Lý do" required error={missing && reason.trim() === '' ? 'Hãy ghi lý do thu hồi.' : null}>
          <TextArea value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        {withdraw.error ? <Notice tone="red">{explain(withdraw.error).message}</Notice> : null}
      </div>
    </Confirm>
  );
}
