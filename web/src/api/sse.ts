/** Reads server-sent events out of a stream of text, in whatever pieces it arrives. */

export interface ServerEvent {
  readonly id: string | null;
  /** `message` when the server gave it no name. */
  readonly name: string;
  readonly data: string;
}

/** Feed it the pieces; it gives the events that are whole by then. */
export class EventReader {
  #rest = '';
  #id: string | null = null;
  #name = '';
  #data: string[] = [];
  /** Milliseconds to wait before coming back, as the server asks; null when it did not. */
  retry: number | null = null;

  feed(piece: string): ServerEvent[] {
    const lines = (this.#rest + piece).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.#take(line));
  }

  #take(line: string): ServerEvent[] {
    if (line === '') return this.#finish();
    if (line.startsWith(':')) return [];
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.#name = value;
    else if (field === 'data') this.#data.push(value);
    else if (field === 'id') this.#id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) this.retry = Number(value);
    return [];
  }

  #finish(): ServerEvent[] {
    const event = { id: this.#id, name: this.#name || 'message', data: this.#data.join('\n') };
    const isOne = this.#data.length > 0;
    this.#name = '';
    this.#data = [];
    return isOne ? [event] : [];
  }
}
