/** The action plan of the agency that looks, first on its page: where it stands, how far its tasks are, what to do with it. */
import { useState } from 'react';
import { ACTION_PLAN_WORDS } from '#delivery/action-plan.ts';
import { addressOf } from '../../api/client.ts';
import { formatDay } from '../../format/date.ts';
import { Section } from '../../frame/page.tsx';
import { Tag } from '../../ui/badge.tsx';
import { Button, ButtonRow, buttonClass } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './action-plan.module.css';
import { Issued } from './agencies.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { TaskNumber } from './numbers.tsx';
import { type AgencyPlan, STATE_TONES } from './shared.ts';
import { WriteDialog } from './write-dialog.tsx';

const NUMBERS = [
  ['total', 'Nhiệm vụ chủ trì'],
  ['accepted', 'Đã tiếp nhận'],
  ['brokenDown', 'Đã phân rã'],
  ['withPerson', 'Đã có người'],
  ['done', 'Hoàn thành'],
  ['overdue', 'Quá hạn'],
] as const;

export function OwnPlan({ planId, item }: { readonly planId: string; readonly item: AgencyPlan }) {
  const [open, setOpen] = useState<'write' | 'import' | null>(null);
  const params = { id: planId, organisation: item.organisation.id };
  return (
    <Section
      title={`Kế hoạch của ${item.organisation.name}`}
      actions={<Tag tone={STATE_TONES[item.state]}>{ACTION_PLAN_WORDS[item.state]}</Tag>}
    >
      <p className={styles.line}>
        {item.dueOn ? <span>Hạn ban hành {formatDay(item.dueOn)}.</span> : null}{' '}
        {item.issuedOn || item.document ? (
          <span>
            Đã ghi: <Issued item={item} />.
          </span>
        ) : null}
      </p>
      <dl className={styles.numbers}>
        {NUMBERS.map(([which, words]) => (
          <div key={which}>
            <dt>{words}</dt>
            <dd>
              <TaskNumber planId={planId} item={item} which={which} />
            </dd>
          </div>
        ))}
      </dl>
      <ButtonRow>
        <a
          className={buttonClass()}
          download
          href={addressOf('GET /plans/:id/action-plans/:organisation/export.docx', { params })}
        >
          <Icon name="download" />
          Xuất Word
        </a>
        <a
          className={buttonClass()}
          download
          href={addressOf('GET /plans/:id/action-plans/:organisation/export.xlsx', { params })}
        >
          <Icon name="download" />
          Xuất Excel
        </a>
        {item.mayEdit ? (
          <>
            <Button icon="upload" onClick={() => setOpen('import')}>
              Nhập thành phần việc
            </Button>
            <Button icon="edit" onClick={() => setOpen('write')}>
              Ghi số, ngày ban hành
            </Button>
          </>
        ) : null}
      </ButtonRow>
      {open === 'write' ? <WriteDialog planId={planId} item={item} onClose={() => setOpen(null)} /> : null}
      {open === 'import' ? (
        <ImportDialog planId={planId} organisationId={item.organisation.id} onClose={() => setOpen(null)} />
      ) : null}
    </Section>
  );
}
