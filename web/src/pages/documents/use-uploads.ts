/** Files on their way to the library (tải lên): two at once, each with how far it is; then its reading until its end. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Answer, addressOf, call } from '../../api/client.ts';
import { useLive } from '../../api/events.ts';
import { ApiProblem, explain, NETWORK_LOST, problemOf } from '../../api/problem.ts';
import { isProgress, progressWords } from './words.ts';

export interface Upload {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  readonly stage: 'queued' | 'sending' | 'reading' | 'read' | 'refused' | 'already' | 'failed' | 'stopped';
  /** 0…1 of the stage; null while nobody can say. */
  readonly share: number | null;
  /** What is going on, or why it did not. */
  readonly words: string | null;
  readonly documentId: string | null;
}

const AT_ONCE = 2;

export function useUploads() {
  const client = useQueryClient();
  const [list, setList] = useState<readonly Upload[]>([]);
  const files = useRef(new Map<number, File>());
  const running = useRef(new Map<number, XMLHttpRequest>());
  const next = useRef(1);

  const change = (key: number, to: Partial<Upload>) =>
    setList((before) => before.map((one) => (one.key === key ? { ...one, ...to } : one)));
  const changeDocument = (id: string, to: Partial<Upload>) =>
    setList((before) => before.map((one) => (one.documentId === id ? { ...one, ...to } : one)));

  const settle = async (id: string) => {
    try {
      const document = await call('GET /documents/:id', { params: { id } });
      if (document.state === 'read') changeDocument(id, { stage: 'read', share: 1, words: null });
      if (document.state === 'refused') {
        changeDocument(id, { stage: 'refused', share: null, words: document.refusal?.vi ?? null });
      }
    } catch {
      // The list of the library will say it.
    }
  };

  useLive(['document'], (topic, payload) => {
    const found = payload as { id?: unknown; state?: unknown } | null;
    if (typeof found?.id !== 'string') return;
    if (topic === 'document.progress' && isProgress(payload)) {
      const share = payload.total > 0 ? payload.done / payload.total : null;
      changeDocument(found.id, { stage: 'reading', share, words: progressWords(payload) });
    } else if (found.state === 'read' || found.state === 'refused') {
      void settle(found.id);
    }
    if (topic === 'document') void client.invalidateQueries({ queryKey: ['GET /documents'] });
  });

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
    request.open('POST', addressOf('POST /documents', { query: { fileName: file.name }, body: file }));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-bamsat-csrf', '1');
    request.upload.onprogress = ({ loaded, total }) => change(key, { share: total > 0 ? loaded / total : null });
    request.onload = () => {
      const body = parse(request.responseText);
      if (request.status >= 300) {
        const problem = new ApiProblem(problemOf(request.status, body, request.getResponseHeader('retry-after')));
        change(key, { stage: 'failed', share: null, words: explain(problem).message });
        return;
      }
      const { document, already } = body as Answer<'POST /documents'>;
      if (already) {
        change(key, {
          stage: 'already',
          share: null,
          words: `Thư viện đã có văn bản này: ${document.title ?? document.fileName}`,
          documentId: document.id,
        });
      } else {
        change(key, { stage: 'reading', share: null, words: 'Chờ đọc', documentId: document.id });
        // It may have been read before the answer came.
        void settle(document.id);
      }
      void client.invalidateQueries({ queryKey: ['GET /documents'] });
    };
    request.onerror = () => change(key, { stage: 'failed', share: null, words: NETWORK_LOST.vi });
    request.onabort = () => change(key, { stage: 'stopped', share: null, words: 'Đã dừng' });
    request.onloadend = () => {
      running.current.delete(key);
      begin();
    };
    request.send(file);
  };

  return {
    list,
    add(given: readonly File[]) {
      const added = given.map((file): Upload => {
        const key = next.current++;
        files.current.set(key, file);
        return {
          key,
          name: file.name,
          size: file.size,
          stage: 'queued',
          share: null,
          words: 'Chờ tải lên',
          documentId: null,
        };
      });
      setList((before) => [...before, ...added]);
      begin();
    },
    stop(key: number) {
      if (files.current.delete(key)) change(key, { stage: 'stopped', words: 'Đã dừng' });
      running.current.get(key)?.abort();
    },
    clear() {
      setList((before) => before.filter((one) => ['queued', 'sending', 'reading'].includes(one.stage)));
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
