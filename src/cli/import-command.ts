/** `bamsat import document`: puts files into the library as an upload does; a server at work reads them. */
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { openOffline } from '#server/offline.ts';
import { findProvince } from '#store/provinces.ts';
import { uploadDocument } from '#usecase/document-upload.ts';
import { perform, systemActor } from '#usecase/usecase.ts';
import { complain, print } from './output.ts';
import { DIRECTORY, refusalLine, systemRefusal } from './refusal.ts';
import { quietLog, settingsOf } from './settings.ts';
import { unknownProvince } from './user-command.ts';

export interface ImportOrder {
  readonly kind: 'import';
  readonly config: string | null;
  readonly files: readonly string[];
  readonly province: string;
}

export async function runImport(order: ImportOrder): Promise<number> {
  const config = settingsOf(order.config);
  if (!config.ok) {
    complain(refusalLine(config.error));
    return 2;
  }
  const offline = await openOffline(config.value, quietLog);
  if (!offline.ok) {
    complain(refusalLine(offline.error));
    return 1;
  }
  const { services, close } = offline.value;
  let code = 0;
  try {
    const province = await findProvince(services.database, order.province);
    if (!province) {
      complain(refusalLine(unknownProvince(order.province)));
      return 1;
    }
    const actor = systemActor(province.provinceId, ['document.upload'], 'cli');
    for (const file of order.files) {
      try {
        if (statSync(file).isDirectory()) throw Object.assign(new Error(DIRECTORY.en), { code: 'EISDIR' });
        const upload = { fileName: basename(file), bytes: createReadStream(file) };
        const done = await perform(services, uploadDocument, actor, upload);
        if (done.ok) {
          const said = done.value.already ? 'đã có trong thư viện' : 'đã nhận, chờ đọc';
          await print(`${file}: ${said} (${done.value.document.id})\n`);
          continue;
        }
        complain(refusalLine(done.error, file));
      } catch (error) {
        if (!(error instanceof Error && 'code' in error)) throw error;
        complain(refusalLine(systemRefusal(error), file));
      }
      code = 1;
    }
    return code;
  } finally {
    await close();
  }
}
