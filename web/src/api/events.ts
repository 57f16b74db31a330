/**
 * News from the server while a page is open (tin từ máy chủ): server-sent events, one connection for every address
 * however many parts of the page listen, opened again by the browser when it breaks.
 */
import { useEffect, useRef } from 'react';

/** `topic` is the name of the event, `payload` its JSON. */
export type Hear = (topic: string, payload: unknown) => void;

interface Line {
  readonly source: EventSource;
  readonly listeners: Set<Hear>;
  readonly topics: Set<string>;
}

const lines = new Map<string, Line>();

/** Listens to `topics` of an address until the returned function is called. */
export function listen(address: string, topics: readonly string[], hear: Hear): () => void {
  const line = lines.get(address) ?? open(address);
  for (const topic of topics) attach(line, topic);
  const mine: Hear = (topic, payload) => {
    if (topics.includes(topic)) hear(topic, payload);
  };
  line.listeners.add(mine);
  return () => {
    line.listeners.delete(mine);
    if (line.listeners.size > 0) return;
    line.source.close();
    lines.delete(address);
  };
}

function open(address: string): Line {
  const line = { source: new EventSource(address), listeners: new Set<Hear>(), topics: new Set<string>() };
  lines.set(address, line);
  return line;
}

function attach(line: Line, topic: string): void {
  if (line.topics.has(topic)) return;
  line.topics.add(topic);
  line.source.addEventListener(topic, (event) => {
    const payload = parse((event as MessageEvent<string>).data);
    for (const hear of [...line.listeners]) hear(topic, payload);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Listens while the component is there. Null as an address listens to nothing. */
export function useEvents(address: string | null, topics: readonly string[], hear: Hear): void {
  const latest = useRef(hear);
  latest.current = hear;
  const names = topics.join(' ');
  useEffect(() => {
    if (address === null) return;
    return listen(address, names.split(' '), (topic, payload) => latest.current(topic, payload));
  }, [address, names]);
}
