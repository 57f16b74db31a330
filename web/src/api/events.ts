/**
 * News while a page is open (tin trực tiếp): one line to the server for all parts of the page, closed while the page is
 * out of sight, since a browser holds few lines to one server, and opened again where it left off.
 */
import { useEffect, useRef } from 'react';
import { isAbout } from '#plan/live-topics.ts';
import { openEvents } from './client.ts';
import { ApiProblem } from './problem.ts';
import { queryClient } from './query.ts';
import { EventReader, type ServerEvent } from './sse.ts';

/** `topic` as the server names it (`review:<id>`, `document.progress`), `payload` its JSON. */
export type Hear = (topic: string, payload: unknown) => void;

interface Listener {
  readonly topics: readonly string[];
  readonly hear: Hear;
}

const FIRST_WAIT = 2000;
const LONGEST_WAIT = 60_000;

const listeners = new Set<Listener>();
let line: AbortController | null = null;
let lastId: string | null = null;

/** Hears of `topics` until the returned function is called. `document` means `document.progress` and `document:<id>` too. */
export function listen(topics: readonly string[], hear: Hear): () => void {
  const listener = { topics, hear };
  listeners.add(listener);
  hold();
  return () => {
    listeners.delete(listener);
    // Another part of the page often begins to listen at once.
    window.setTimeout(hold, 1000);
  };
}

/** Opens or closes the line as it is wanted now. */
function hold(): void {
  const wanted = listeners.size > 0 && document.visibilityState === 'visible';
  if (wanted && line === null) {
    line = new AbortController();
    void keep(line);
  } else if (!wanted && line !== null) {
    line.abort();
    line = null;
  }
}

if (typeof document !== 'undefined') document.addEventListener('visibilitychange', hold);

async function keep(mine: AbortController): Promise<void> {
  let wait = FIRST_WAIT;
  while (!mine.signal.aborted) {
    const reader = new EventReader();
    try {
      const pieces = await openEvents(lastId, mine.signal);
      const words = new TextDecoder();
      for (let part = await pieces.read(); !part.done; part = await pieces.read()) {
        wait = FIRST_WAIT;
        for (const event of reader.feed(words.decode(part.value, { stream: true }))) tell(event);
      }
    } catch (error) {
      if (error instanceof ApiProblem && error.status >= 400 && error.status < 500) break;
    }
    if (!mine.signal.aborted) await new Promise((resolve) => setTimeout(resolve, reader.retry ?? wait));
    wait = Math.min(LONGEST_WAIT, wait * 2);
  }
  if (line === mine) line = null;
}

function tell({ id, name, data }: ServerEvent): void {
  if (id !== null) lastId = id;
  if (name === 'hello') return;
  if (name === 'resync') {
    void queryClient.invalidateQueries();
    return;
  }
  const payload = parse(data);
  for (const { topics, hear } of [...listeners]) if (topics.some((topic) => isAbout(name, topic))) hear(name, payload);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Hears of `topics` while the component is there; none for an empty list. */
export function useLive(topics: readonly string[], hear: Hear): void {
  const latest = useRef(hear);
  latest.current = hear;
  const names = topics.join(' ');
  useEffect(() => {
    if (names === '') return;
    return listen(names.split(' '), (topic, payload) => latest.current(topic, payload));
  }, [names]);
}
