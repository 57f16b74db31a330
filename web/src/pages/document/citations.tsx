/** What a document cites and what cites it (viện dẫn): matched by symbol and day, decided by a person. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Answer, call } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { read, useWrite } from '../../api/query.ts';
import { useMe } from '../../api/session.ts';
import { formatDay } from '../../format/date.ts';
import { Section } from '../../frame/page.tsx';
import { Tag, type Tone } from '../../ui/badge.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Combobox, type Option } from '../../ui/combobox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { shortName, titleOf } from '../documents/words.ts';
import styles from './document.module.css';

type Citation = Answer<'GET /documents/:id/citations'>['items'][number];

const STATES: Readonly<Record<Citation['state'], { readonly word: string; readonly tone: Tone }>> = {
  missing: { word: 'Chưa có trong thư viện', tone: 'amber' },
  matched: { word: 'Khớp số, ngày', tone: 'brand' },
  confirmed: { word: 'Đã xác nhận', tone: 'green' },
  refused: { word: 'Không phải văn bản này', tone: 'neutral' },
};

export function Citations({ id }: { readonly id: string }) {
  const answer = useQuery(read('GET /documents/:id/citations', { params: { id } }));
  const [choosing, setChoosing] = useState<Citation | null>(null);
  const mayEdit = useMe().rights.includes('document.edit');
  const decide = useWrite('PATCH /citations/:id', {
    spoils: ['GET /documents/:id/citations', 'GET /documents/chain', 'GET /documents/missing'],
    onDone: () => setChoosing(null),
  });
  const act = (one: Citation, decision: 'confirm' | 'refuse' | 'open', citedId?: string) =>
    decide.mutate(
      { params: { id: one.id }, body: { version: one.version, decision, ...(citedId ? { citedId } : {}) } },
      {
        onError: (error) => {
          toast({ text: explain(error).message, wrong: true });
          void answer.refetch();
        },
      },
    );
  if (answer.isError) return <ErrorState {...explain(answer.error)} onRetry={() => void answer.refetch()} />;
  const { items = [], citedBy = [] } = answer.data ?? {};
  return (
    <>
      <Section title="Văn bản này viện dẫn">
        {items.length === 0 && answer.data ? <EmptyState icon="link" title="Không thấy viện dẫn nào" /> : null}
        <ul className={styles.cited}>
          {items.map((one) => (
            <li key={one.id}>
              <div>
                <Link to="/van-ban/$id" params={{ id }} search={{ tu: one.start, den: one.end } as never}>
                  {one.quote}
                </Link>{' '}
                <Tag tone={STATES[one.state].tone}>{STATES[one.state].word}</Tag>
                {one.cited ? (
                  <p>
                    →{' '}
                    <Link to="/van-ban/$id" params={{ id: one.cited.id }}>
                      {shortName(one.cited)}
                      {one.cited.issuedOn ? ` ngày ${formatDay(one.cited.issuedOn)}` : ''}
                    </Link>
                  </p>
                ) : null}
              </div>
              {mayEdit ? (
                <ButtonRow>
                  {one.state === 'matched' ? (
                    <Button small icon="check" onClick={() => act(one, 'confirm')}>
                      Xác nhận
                    </Button>
                  ) : null}
                  {one.state === 'matched' || one.state === 'confirmed' ? (
                    <Button small onClick={() => act(one, 'refuse')}>
                      Không phải
                    </Button>
                  ) : null}
                  <Button small kind="quiet" onClick={() => setChoosing(one)}>
                    Chọn văn bản
                  </Button>
                  {one.state === 'refused' || one.state === 'confirmed' ? (
                    <Button small kind="quiet" icon="undo" onClick={() => act(one, 'open')}>
                      Hoàn tác
                    </Button>
                  ) : null}
                </ButtonRow>
              ) : null}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Được viện dẫn trong">
        {citedBy.length === 0 && answer.data ? <p>Chưa có văn bản nào trong thư viện viện dẫn văn bản này.</p> : null}
        <ul className={styles.cited}>
          {citedBy.map((one) => (
            <li key={one.document.id}>
              <div>
                <Link
                  to="/van-ban/$id"
                  params={{ id: one.document.id }}
                  search={{ tu: one.start, den: one.start + one.quote.length } as never}
                >
                  {shortName(one.document)}
                </Link>
                <p>
                  “{one.quote}”{one.count > 1 ? ` · ${one.count} lần` : ''}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </Section>
      {choosing ? (
        <Choose
          citation={choosing}
          busy={decide.isPending}
          onChoose={(citedId) => act(choosing, 'confirm', citedId)}
          onClose={() => setChoosing(null)}
        />
      ) : null}
    </>
  );
}

function Choose({
  citation,
  busy,
  onChoose,
  onClose,
}: {
  readonly citation: Citation;
  readonly busy: boolean;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}) {
  const [chosen, setChosen] = useState<Option | null>(null);
  const find = async (typed: string, signal: AbortSignal): Promise<Option[]> => {
    const query = { limit: 20, ...(typed.trim() ? { text: typed } : {}) };
    const { items } = await call('GET /documents', { query, signal });
    return items.map((row) => ({ value: row.id, label: shortName(row), hint: titleOf(row) }));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Chọn văn bản được viện dẫn"
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="main" busy={busy} disabled={chosen === null} onClick={() => chosen && onChoose(chosen.value)}>
            Xác nhận
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>“{citation.quote}”</p>
        <Field label="Văn bản trong thư viện">
          <Combobox value={chosen} onChoose={setChosen} options={find} none="Không có văn bản nào khớp" />
        </Field>
      </div>
    </Dialog>
  );
}
