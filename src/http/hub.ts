/** Tells open pages that something changed: within this server. */
import { EventEmitter } from 'node:events';
import type { Json } from '#base/canonical.ts';
import type { Hub } from '#usecase/services.ts';

export class LocalHub implements Hub {
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  tell(provinceId: number, topic: string, payload: Json): void {
    this.#emitter.emit(String(provinceId), topic, payload);
  }

  listen(provinceId: number, hear: (topic: string, payload: Json) => void): () => void {
    const name = String(provinceId);
    this.#emitter.on(name, hear);
    return () => void this.#emitter.off(name, hear);
  }
}
