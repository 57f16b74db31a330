/** Documents in tests: uploaded and read to their end, heard of and not waited for by the clock. */
import type { Client, TestServer } from './server.ts';

/**
 * Uploads bytes (or, without a name, has a document read again) and gives the document once it is read or refused.
 */
export async function uploadAndRead(
  server: TestServer,
  client: Client,
  fileName: string | null,
  given: Uint8Array | string,
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into what it expects.
): Promise<any> {
  const { hub } = server.services;
  const me = await client.get('/session');
  const province = await server.services.database.pool.query('select province_id from province where slug = $1', [
    me.body.province.slug,
  ]);
  const done = new Set<string>();
  let heard = () => {};
  const stop = hub.listen(province.rows[0].province_id, (topic, payload) => {
    const { id, state } = payload as { id: string; state?: string };
    if (topic !== 'document' || (state !== 'read' && state !== 'refused')) return;
    done.add(id);
    heard();
  });
  try {
    const answer =
      typeof given === 'string'
        ? await client.post(`/documents/${given}/read`, {})
        : await client.post(`/documents?fileName=${encodeURIComponent(fileName as string)}`, new Uint8Array(given));
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
    const id = typeof given === 'string' ? given : (answer.body.document.id as string);
    if (answer.body.already) return answer.body.document;
    while (!done.has(id)) {
      await new Promise<void>((resolve) => {
        heard = resolve;
      });
    }
    return (await client.get(`/documents/${id}`)).body;
  } finally {
    stop();
  }
}

/** Bytes as they come. */
export async function readWhole(client: Client, path: string): Promise<{ bytes: Uint8Array; headers: Headers }> {
  const response = await fetch(`${client.address}/api/v1${path}`, { headers: { cookie: client.cookie } });
  return { bytes: new Uint8Array(await response.arrayBuffer()), headers: response.headers };
}
