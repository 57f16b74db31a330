/** Files on their way to a task or an entry of a register as evidence (minh chứng): two at once, each with how far it is. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Answer, addressOf } from '../../api/client.ts';
import { ApiProblem, explain, NETWORK_LOST, problemOf } from '../../api/problem.ts';
import { formatBytes } from '../../format/number.ts';

export interface Subject {
  readonly subjectType: 'task' | 'case' | 'deliverable' | 'inspection' | 'directive';
  readonly subjectId: string;
}

export interface Upload {
  readonly key: number;
  readonly name: string;
  readonly stage: 'queued' | 'sending' | 'kept' | 'already' | 'failed' | 'stopped';
  /** 0…1; null while nobody can say. */
  readonly share: number | null;
  readonly words: string | null;
}

const AT_ONCE = 2;

export function useUploads(
  subject: Subject,
  rules: Pick<Answer<'GET /evidence'>, 'mostBytes' | 'endings'> | undefined,
) {
  const client = useQueryClient();
  const [list, setList] = useState<readonly Upload[]>([]);
  const files = useRef(new Map<number, File>());
  const running = useRef(new Map<number, XMLHttpRequest>());
  const next = useRef(1);
  const change = (key: number, to: Partial<Upload>) =>
    setList((before) => before.map((one) => (one.key === key ? { ...one, ...to } : one)));

  const begin = () => {
    for (const [key, file] of files.current) {
      if (running.current.size >= AT_ONCE) return;
      files.current.delete(key);
      send(key, file);
    }
  };

  const send = (key: number, file: File) => {
    const request = new XMLHttpRequest();
    running.current.set(key, request);
    change(key, { stage: 'sending', share: 0, words: 'Đang tải lên' });
    request.open('POST', addressOf('POST /evidence/file', { query: { ...subject, fileName: file.name }, body: file }));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-bamsat-csrf', '1');
    request.upload.onprogress = ({ loaded, total }) =>
      change(key, {
        share: total > 0 ? loaded / total : null,
        words: loaded === total ? 'Đang kiểm tra' : 'Đang tải lên',
      });
    request.onload = () => {
      const body = parse(request.responseText);
      if (request.status >= 300) {
        const problem = new ApiProblem(problemOf(request.status, body, request.getResponseHeader('retry-after')));
        change(key, { stage: 'failed', share: null, words: explain(problem).message });
        return;
      }
      const { evidence, already } = body as Answer<'POST /evidence/file'>;
      if (already) change(key, { stage: 'already', share: null, words: `Tệp này đã được đính kèm: ${evidence.name}` });
      else setList((before) => before.filter((one) => one.key !== key));
      void client.invalidateQueries({ queryKey: ['GET /evidence'] });
      void client.invalidateQueries({ queryKey: ['GET /tasks/:id'] });
    };
    request.onerror = () => change(key, { stage: 'failed', share: null, words: NETWORK_LOST.vi });
    request.onabort = () => change(key, { stage: 'stopped', share: null, words: 'Đã dừng' });
    request.onloadend = () => {
      running.current.delete(key);
      begin();
    };
    request.send(file);
  };

  /** What the server would refuse at once need not be sent there. */
  const wrongWith = (file: File): string | null => {
    if (!rules) return null;
    const ending = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
    if (!rules.endings.includes(ending)) return ending === '' ? 'Tên tệp không có đuôi.' : `Không nhận tệp .${ending}.`;
    if (file.size === 0) return 'Tệp rỗng.';
    return file.size > rules.mostBytes ? `Tệp lớn hơn ${formatBytes(rules.mostBytes)}.` : null;
  };

  return {
    list,
    add(given: readonly File[]) {
      const added = given.map((file): Upload => {
        const key = next.current++;
        const wrong = wrongWith(file);
        if (wrong !== null) return { key, name: file.name, stage: 'failed', share: null, words: wrong };
        files.current.set(key, file);
        return { key, name: file.name, stage: 'queued', share: 0, words: 'Chờ tải lên' };
      });
      setList((before) => [...before, ...added]);
      begin();
    },
    stop(key: number) {
      if (files.current.delete(key)) change(key, { stage: 'stopped', words: 'Đã dừng' });
      running.current.get(key)?.abort();
    },
    hide(key: number) {
      setList((before) => before.filter((one) => one.key !== key));
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
