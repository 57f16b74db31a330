/** Thư báo văn bản mới: letters to the people of an organisation that was sent a document, as a job carries them out. */

import type { Json } from '#base/canonical.ts';
import { dateIn } from '#base/date.ts';
import { documentDistributed } from '#mail/letters.ts';
import { addressesOf, findDistribution } from '#store/distributions.ts';
import { findDocument } from '#store/documents.ts';
import { listProvinces } from '#store/provinces.ts';
import { citedAs, type DistributionLetter } from './distribution.ts';
import type { Services } from './services.ts';

/** Sends nothing once it was acknowledged or called back. A letter that is sent again is known by its key. */
export async function sendDistributionLetters(services: Services, data: Json): Promise<void> {
  if (!services.mail.configured) return;
  const { provinceId, distributionId, reminder } = data as unknown as DistributionLetter;
  const scope = services.database.scope(provinceId);
  const today = dateIn(services.clock());
  const row = await findDistribution(scope, distributionId, today);
  if (!row || row.recalledAt || row.acknowledgedAt) return;
  const document = await findDocument(scope, row.documentId);
  if (!document || document.deleted_at) return;
  const province = (await listProvinces(services.database)).find((one) => one.provinceId === provinceId);
  const office = `Ủy ban nhân dân ${province?.kind === 'city' ? 'thành phố' : 'tỉnh'} ${province?.name ?? ''}`.trim();
  const letter = documentDistributed(row.organisation, office, {
    document: citedAs(document),
    about: document.title,
    from: row.sender ?? 'Văn phòng',
    link: `${services.settings.publicUrl}/van-ban/${document.id}`,
    acknowledgeBy: null,
    note: row.note,
  });
  for (const to of await addressesOf(scope, row.organisationId, today)) {
    const sent = await services.mail.send({
      to,
      ...letter,
      subject: reminder > 0 ? `Nhắc: ${letter.subject}` : letter.subject,
      key: `distribution:${distributionId}:${reminder}:${to.address}`,
    });
    if (sent.ok) continue;
    // What may pass is tried again; those who have the letter are not sent another.
    if (sent.error.again) throw new Error(`the letter was not taken: ${sent.error.code} ${sent.error.detail}`);
    services.log('warn', 'a letter was refused', { code: sent.error.code, detail: sent.error.detail });
  }
}
