/** Faults that a server has to bear, in short; `npm run test:faults` takes the long way. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  backupUnderLoad,
  brokenUpload,
  damagedArchives,
  killRounds,
  manyEditors,
  secondServer,
  withServer,
} from '#test/support/faults.ts';

describe('a server', () => {
  it('keeps what it acknowledged when it is killed in the middle of writes, and its log stays whole', async () => {
    const { writes } = await killRounds(3);
    assert.ok(writes > 0);
  });

  it('is alone on its data, loses no update, keeps nothing of a broken upload, is saved while it works', () =>
    withServer(async (server, team) => {
      await secondServer(server);
      await manyEditors(team, 30);
      await brokenUpload(server, team);
      await damagedArchives(server, 4);
      const { rows } = await backupUnderLoad(server, team, 0.5);
      assert.ok(rows > 100);
    }));
});
