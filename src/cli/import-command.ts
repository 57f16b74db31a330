/**
 * `bamsat import document`: puts files into the library as an upload does; a server at work reads them.
 * `bamsat import organisations`: says what a list in Excel would change; with `--apply` changes it.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { dateIn } from '#base/date.ts';
import { openOffline } from '#server/offline.ts';
import { findProvince } from '#store/provinces.ts';
import { uploadDocument } from '#usecase/document-upload.ts';
import { importOrganisations, previewImport } from '#usecase/organisation-import.ts';
import type { Services } from '#usecase/services.ts';
import { perform, systemActor } from '#usecase/usecase.ts';
import { complain, print } from './output.ts';
import { DIRECTORY, refusalLine, systemRefusal } from './refusal.ts';
import { quietLog, settingsOf } from './settings.ts';
import { unknownProvince } from './user-command.ts';

export interface ImportOrder {
  readonly kind: 'import';
  readonly config: string | null;
  readonly what: 'document' | 'organisations';
  readonly files: readonly string[];
  /** Day from which a list of organisations counts; today when null. */
  readonly on: string | null;
  readonly apply: boolean;
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
    if (order.what === 'organisations') return await importList(services, province.provinceId, order);
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

async function importList(services: Services, provinceId: number, order: ImportOrder): Promise<number> {
  const actor = systemActor(provinceId, ['organisation.edit'], 'cli');
  const [file = ''] = order.files;
  const on = order.on ?? dateIn(services.clock());
  if (!existsSync(file)) {
    complain(refusalLine(systemRefusal(Object.assign(new Error(file), { code: 'ENOENT' })), file));
    return 1;
  }
  const seen = await perform(services, previewImport, actor, { on, bytes: createReadStream(file) });
  if (!seen.ok) {
    complain(refusalLine(seen.error, file));
    return 1;
  }
  const { rows, counts, token } = seen.value;
  await print(rows.map(({ row, name, vi }) => `${row}\t${name}\t${vi}\n`).join(''));
  if (!order.apply || counts.wrong > 0) {
    const why = counts.wrong > 0 ? `${counts.wrong} dòng sai, chưa nhập` : 'mới xem trước; thêm --apply để nhập';
    await print(`${file}: ${why}\n`);
    return counts.wrong > 0 ? 1 : 0;
  }
  const done = await perform(services, importOrganisations, actor, { on, token, bytes: createReadStream(file) });
  if (!done.ok) {
    complain(refusalLine(done.error, file));
    return 1;
  }
  await print(`${file}: đã nhập\n`);
  return 0;
}
