/** What the reading of the samples names as lead or support is an organisation of the province that began with the standard set. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agencyByCode } from '#catalogue/agencies.ts';
import { organisationSet, organisationsMeant } from '#catalogue/organisation-sets.ts';
import { read } from '#reading/read.ts';
import { readText } from '#test/support/files.ts';

describe('an agency of a reading', () => {
  const samples = [
    ['000_ab970b20f708788e', 'ha-tinh'],
    ['001_60299214c0c166e3', 'hung-yen'],
    ['002_2c9fae8ba58c7bbf', 'ha-tinh'],
    ['003_d1ee38321d5e7781', 'ha-tinh'],
    ['004_c75703e15cdab346', 'gia-lai'],
  ] as const;

  it('is an organisation of that province and day, in at least 95 % of the leads and supports', () => {
    const missing: string[] = [];
    const found = new Set<string>();
    let mentions = 0;
    for (const [file, province] of samples) {
      const { document, tasks } = read(readText(`samples/${file}.txt`));
      const organisations = organisationSet({ province, asOf: document.date ?? `${document.planYear}-01-01` });
      for (const { code } of tasks.flatMap(({ lead, support }) => [...lead, ...support])) {
        if (code === null || agencyByCode(code)?.collective) continue;
        mentions++;
        if (organisationsMeant(organisations, code).length === 1) found.add(`${province} ${code}`);
        else missing.push(code);
      }
    }
    assert.ok(mentions > 100 && found.size > 35, `${mentions} ${found.size}`);
    assert.ok(missing.length <= 0.05 * mentions, missing.join(' '));
    // Bodies of the centre are nobody's organisation in a province.
    assert.deepEqual(
      missing.filter((code) => agencyByCode(code)?.level !== 'central'),
      [],
    );
  });
});
