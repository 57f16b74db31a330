/**
 * Parts made of the agency's own document (nhập thành phần việc): the document, each of its lines with the task that it
 * is matched to, then exactly those that were confirmed. Taken back as one.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Answer, call } from '../../api/client.ts';
import { ApiProblem, explain } from '../../api/problem.ts';
import { useWrite } from '../../api/query.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import type { Option } from '../../ui/combobox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Notice } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { useUploads } from '../documents/use-uploads.ts';
import styles from './action-plan.module.css';
import { DocumentInput } from './document-input.tsx';
import { type Choice, choicesOf, ImportRows } from './import-rows.tsx';
import { SPOILS } from './shared.ts';

type Preview = Answer<'POST /plans/:id/action-plans/:organisation/import'>;
const ALL = [...SPOILS, 'GET /plans/:id/not-taken-up', 'GET /tasks', 'GET /tasks/:id', 'GET /tasks/:id/parts'] as const;

export function ImportDialog({
  planId,
  organisationId,
  onClose,
}: {
  readonly planId: string;
  readonly organisationId: string;
  readonly onClose: () => void;
}) {
  const client = useQueryClient();
  const params = { id: planId, organisation: organisationId };
  const uploads = useUploads();
  const [document, setDocument] = useState<Option | null>(null);
  const [shown, setShown] = useState<Preview | null>(null);
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const [late, setLate] = useState(false);
  const preview = useWrite('POST /plans/:id/action-plans/:organisation/import', {
    onDone: (found) => {
      setShown(found);
      setChoices(choicesOf(found));
    },
  });
  const apply = useWrite('POST /plans/:id/action-plans/:organisation/import/apply', {
    spoils: ALL,
    onDone: ({ made, taskIds }) => {
      toast({
        text: `Đã nhập ${made} phần việc vào ${taskIds.length} nhiệm vụ`,
        undo: async () => {
          try {
            await call('POST /plans/:id/action-plans/:organisation/import/undo', { params });
          } catch (error) {
            toast({ text: explain(error).message, wrong: true });
          }
          await Promise.all(ALL.map((route) => client.invalidateQueries({ queryKey: [route] })));
        },
      });
      onClose();
    },
  });
  const upload = uploads.list.at(-1);
  const uploaded = upload && (upload.stage === 'read' || upload.stage === 'already') ? upload.documentId : null;
  const documentId = document?.value ?? uploaded;
  const taken = shown?.rows.filter((row) => choices.get(row.key)?.taken) ?? [];
  const unready = taken.filter((row) => !choices.get(row.key)?.taskId).length;
  const look = () => {
    if (!documentId) return;
    setShown(null);
    apply.reset();
    preview.mutate({ params, body: { documentId } });
  };
  const send = () => {
    if (!shown) return;
    apply.mutate({
      params,
      body: {
        documentId: shown.documentId,
        readingId: shown.readingId,
        late,
        parts: taken.map((row) => {
          const choice = choices.get(row.key) as Choice;
          const { organisationId, postId } = row.responsible;
          return {
            key: row.key,
            taskId: choice.taskId as string,
            text: row.text,
            period: row.period,
            dueOn: row.dueOn,
            organisationId,
            postId,
          };
        }),
      },
    });
  };
  const error = preview.error ?? apply.error;
  const after = apply.error instanceof ApiProblem && apply.error.code === 'after-whole';
  return (
    <Dialog
      open
      holds
      size="large"
      onClose={onClose}
      title="Nhập kế hoạch hành động thành phần việc"
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          {shown ? (
            <Button
              kind="main"
              busy={apply.isPending}
              disabled={taken.length === 0 || unready > 0 || (after && !late)}
              onClick={send}
            >
              Nhập {taken.length} phần việc
            </Button>
          ) : (
            <Button kind="main" busy={preview.isPending} disabled={!documentId} onClick={look}>
              Xem trước
            </Button>
          )}
        </>
      }
    >
      <div className={styles.form}>
        {error ? (
          <Notice tone="red" live>
            {explain(error).message}
          </Notice>
        ) : null}
        {after ? (
          <Checkbox
            label="Vẫn giữ thời hạn sau thời hạn của nhiệm vụ"
            checked={late}
            onChange={(event) => setLate(event.target.checked)}
          />
        ) : null}
        {shown ? (
          <ImportRows preview={shown} choices={choices} onChoices={setChoices} />
        ) : (
          <>
            <FileDrop
              one
              label={upload ? upload.name : 'Thả kế hoạch của cơ quan vào đây'}
              hint="Tệp Word (.docx), PDF; tệp được đưa vào thư viện văn bản và đọc trước khi nhập"
              accept=".docx,.doc,.pdf,.odt"
              onFiles={(files) => {
                setDocument(null);
                uploads.add(files);
              }}
            />
            {upload ? (
              <Notice
                tone={upload.stage === 'failed' || upload.stage === 'refused' ? 'red' : uploaded ? 'green' : 'info'}
                live
              >
                {uploaded ? (upload.words ?? 'Đã đọc xong. Bấm “Xem trước”.') : (upload.words ?? 'Đang đọc văn bản')}
              </Notice>
            ) : null}
            <Field label="Hoặc chọn văn bản đã có trong thư viện">
              <DocumentInput value={document} onChoose={setDocument} only="read" />
            </Field>
            <p className={styles.quiet}>
              Từng dòng của văn bản được khớp với nhiệm vụ mà cơ quan chủ trì; bạn xác nhận trước khi phần việc được
              tạo.
            </p>
          </>
        )}
      </div>
    </Dialog>
  );
}
