/** What a restored database still waits for: jobs are not part of a backup, the documents they were for are. */

import { listProvinces } from '#store/provinces.ts';
import { READ_JOB } from '#usecase/document-upload.ts';
import type { Services } from '#usecase/services.ts';

/** Sends the reading of every document that was uploaded and not yet read; gives how many. */
export async function resendReadings({ database, queue }: Services): Promise<number> {
  let sent = 0;
  for (const { provinceId } of await listProvinces(database)) {
    sent += await database.transaction(provinceId, async (scope) => {
      const rows = await scope.db
        .selectFrom('document')
        .select('id')
        .where('province_id', '=', provinceId)
        .where('state', 'in', ['waiting', 'reading'])
        .where('deleted_at', 'is', null)
        .execute();
      for (const { id } of rows) await queue.send(scope, READ_JOB, { provinceId, documentId: id }, { key: id });
      return rows.length;
    });
  }
  return sent;
}
