/**
 * Evidence (minh chứng) of a task or an entry of a register: its files, links and documents, added and taken away here.
 * `<Evidence subjectType="task" subjectId={id} />` on any page or in a dialog.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Answer, addressOf, call } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { read, useWrite } from '../../api/query.ts';
import { formatInstant } from '../../format/instant.ts';
import { formatBytes } from '../../format/number.ts';
import { Button, ButtonRow, IconButton } from '../../ui/button.tsx';
import { Combobox, type Option } from '../../ui/combobox.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { documentWords } from '../plan/words.ts';
import styles from './evidence.module.css';
import { type Subject, type Upload, useUploads } from './use-uploads.ts';

type Item = Answer<'GET /evidence'>['items'][number];

const SPOILS = ['GET /evidence', 'GET /tasks/:id'] as const;

export function Evidence({ subjectType, subjectId }: Subject) {
  const subject = { subjectType, subjectId };
  const { data, error, refetch } = useQuery(read('GET /evidence', { query: subject }));
  const uploads = useUploads(subject, data);
  const [adding, setAdding] = useState<'link' | 'document' | null>(null);
  if (error) return <ErrorState {...explain(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={3} />;
  const there = data.items.filter((one) => one.removedAt === null);
  return (
    <div className={styles.evidence}>
      {there.length > 0 ? (
        <ul className={styles.list} aria-label="Minh chứng đã đính kèm">
          {there.map((one) => (
            <li key={one.id}>
              <Line one={one} />
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.quiet}>Chưa có minh chứng nào.</p>
      )}
      {uploads.list.length > 0 ? (
        <ul className={styles.list} aria-label="Tệp đang tải lên">
          {uploads.list.map((one) => (
            <li key={one.key}>
              <Sending one={one} onStop={() => uploads.stop(one.key)} onHide={() => uploads.hide(one.key)} />
            </li>
          ))}
        </ul>
      ) : null}
      {data.mayAdd ? (
        <>
          <FileDrop
            label="Thả tệp minh chứng vào đây"
            hint={`Word, Excel, PDF, ODT, CSV, văn bản thuần hoặc ảnh; tối đa ${formatBytes(data.mostBytes)} mỗi tệp. Không đính kèm tài liệu mật.`}
            accept={data.endings.map((ending) => `.${ending}`).join(',')}
            onFiles={uploads.add}
          />
          {adding === null ? (
            <ButtonRow>
              <Button small icon="link" onClick={() => setAdding('link')}>
                Thêm liên kết
              </Button>
              <Button small icon="document" onClick={() => setAdding('document')}>
                Chọn từ thư viện văn bản
              </Button>
            </ButtonRow>
          ) : null}
          {adding === 'link' ? <LinkForm subject={subject} onClose={() => setAdding(null)} /> : null}
          {adding === 'document' ? <DocumentForm subject={subject} onClose={() => setAdding(null)} /> : null}
        </>
      ) : data.refused ? (
        <p className={styles.quiet}>{data.refused.vi}</p>
      ) : null}
    </div>
  );
}

function Line({ one }: { readonly one: Item }) {
  const client = useQueryClient();
  const remove = useWrite('DELETE /evidence/:id', {
    spoils: SPOILS,
    onDone: () =>
      void toast({
        text: `Đã gỡ minh chứng “${one.name}”`,
        undo: async () => {
          try {
            await call('POST /evidence/:id/restore', { params: { id: one.id } });
          } catch (error) {
            toast({ text: explain(error).message, wrong: true });
          }
          await Promise.all(SPOILS.map((route) => client.invalidateQueries({ queryKey: [route] })));
        },
      }),
  });
  const by = [one.person, one.organisation, formatInstant(one.addedAt)].filter(Boolean).join(' · ');
  return (
    <div className={styles.line}>
      <Icon name={one.kind === 'link' ? 'link' : 'document'} />
      <div className={styles.what}>
        <Name one={one} />
        <span className={styles.quiet}>
          {one.size === null ? '' : `${formatBytes(one.size)} · `}
          {by}
        </span>
        {remove.isError ? (
          <span className={styles.wrong} role="alert">
            {explain(remove.error).message}
          </span>
        ) : null}
      </div>
      {one.mayRemove ? (
        <IconButton
          small
          icon="trash"
          label={`Gỡ minh chứng ${one.name}`}
          busy={remove.isPending}
          onClick={() => remove.mutate({ params: { id: one.id } })}
        />
      ) : null}
    </div>
  );
}

function Name({ one }: { readonly one: Item }) {
  if (one.kind === 'document' && one.documentId) {
    return (
      <Link to="/van-ban/$id" params={{ id: one.documentId }}>
        {one.name}
      </Link>
    );
  }
  if (one.kind === 'link' && one.url) {
    return (
      <span className={styles.linkName}>
        <a href={one.url} target="_blank" rel="noopener noreferrer nofollow">
          {one.name}
        </a>
        <span className={styles.quiet}>{new URL(one.url).hostname}</span>
      </span>
    );
  }
  return (
    <a href={addressOf('GET /evidence/:id/file', { params: { id: one.id } })} download>
      {one.name}
    </a>
  );
}

function Sending({
  one,
  onStop,
  onHide,
}: {
  readonly one: Upload;
  readonly onStop: () => void;
  readonly onHide: () => void;
}) {
  if (one.stage === 'queued' || one.stage === 'sending')
    return <Progress label={`${one.name} · ${one.words}`} share={one.share} onCancel={onStop} />;
  return (
    <div className={styles.line} role={one.stage === 'failed' ? 'alert' : 'status'}>
      <Icon name={one.stage === 'already' ? 'info' : 'alert'} />
      <div className={styles.what}>
        <span>{one.name}</span>
        <span className={one.stage === 'failed' ? styles.wrong : styles.quiet}>{one.words}</span>
      </div>
      <IconButton small icon="close" label={`Ẩn ${one.name}`} onClick={onHide} />
    </div>
  );
}

interface FormProps {
  readonly subject: Subject;
  readonly onClose: () => void;
}

function LinkForm({ subject, onClose }: FormProps) {
  const { value, set, clear } = useDraft(`evidence-link.${subject.subjectId}`, { url: '', name: '' });
  const save = useWrite('POST /evidence/link', {
    spoils: SPOILS,
    onDone: ({ already }) => {
      clear();
      onClose();
      toast({ text: already ? 'Liên kết này đã được đính kèm trước đó' : 'Đã đính kèm liên kết' });
    },
  });
  const send = () => {
    if (value.url.trim() !== '') save.mutate({ body: { ...subject, url: value.url.trim(), name: value.name.trim() } });
  };
  const onEnter = (event: { readonly key: string; preventDefault(): void }) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    send();
  };
  return (
    // Stands inside the forms of others, so it is none itself.
    <div className={styles.form}>
      {save.isError ? (
        <Notice tone="red" live>
          {explain(save.error).message}
        </Notice>
      ) : null}
      <Field label="Địa chỉ liên kết" required hint="Bắt đầu bằng https://">
        <TextInput
          type="url"
          value={value.url}
          maxLength={2000}
          onKeyDown={onEnter}
          onChange={(event) => set({ url: event.target.value })}
        />
      </Field>
      <Field label="Tên hiển thị">
        <TextInput
          value={value.name}
          maxLength={200}
          onKeyDown={onEnter}
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      <ButtonRow>
        <Button small kind="main" busy={save.isPending} disabled={value.url.trim() === ''} onClick={send}>
          Đính kèm liên kết
        </Button>
        <Button small kind="quiet" onClick={onClose}>
          Thôi
        </Button>
      </ButtonRow>
    </div>
  );
}

async function findDocuments(typed: string, signal: AbortSignal): Promise<readonly Option[]> {
  const text = typed.trim();
  const { items } = await call('GET /documents', { query: { limit: 20, ...(text ? { text } : {}) }, signal });
  return items.map((one) => ({
    value: one.id,
    label: documentWords({ symbol: one.symbol, title: one.title ?? one.fileName }),
    hint: one.symbol ? (one.title ?? one.fileName) : one.fileName,
  }));
}

function DocumentForm({ subject, onClose }: FormProps) {
  const [chosen, setChosen] = useState<Option | null>(null);
  const save = useWrite('POST /evidence/document', {
    spoils: SPOILS,
    onDone: ({ already }) => {
      onClose();
      toast({ text: already ? 'Văn bản này đã được đính kèm trước đó' : 'Đã đính kèm văn bản' });
    },
  });
  return (
    <div className={styles.form}>
      {save.isError ? (
        <Notice tone="red" live>
          {explain(save.error).message}
        </Notice>
      ) : null}
      <Field label="Văn bản trong thư viện" required>
        <Combobox
          options={findDocuments}
          value={chosen}
          onChoose={setChosen}
          placeholder="Gõ số, ký hiệu hoặc trích yếu"
          none="Thư viện không có văn bản nào khớp"
        />
      </Field>
      <ButtonRow>
        <Button
          small
          kind="main"
          busy={save.isPending}
          disabled={chosen === null}
          onClick={() => chosen && save.mutate({ body: { ...subject, documentId: chosen.value } })}
        >
          Đính kèm văn bản
        </Button>
        <Button small kind="quiet" onClick={onClose}>
          Thôi
        </Button>
      </ButtonRow>
    </div>
  );
}
