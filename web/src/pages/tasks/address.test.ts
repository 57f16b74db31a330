/** Addresses of lists of tasks. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { taskFilter } from '#contract/task.ts';
import { TASK_ADDRESS, type TaskQuery, taskQueryOf } from '#delivery/task-address.ts';
import { addressFilter, tasksAddress } from './address.ts';

describe('the address of a list of tasks', () => {
  it('has a name for everything that tasks are chosen by, no two the same', () => {
    assert.deepEqual(Object.keys(TASK_ADDRESS).sort(), Object.keys(taskFilter.shape).sort());
    const names = Object.values(TASK_ADDRESS);
    assert.equal(new Set(names).size, names.length);
  });

  it('leads back to the filter that it was made of', () => {
    const filters: TaskQuery[] = [
      {},
      { origin: 'document,directive,case', state: 'reported' },
      { organisation: '0198d3a1-0000-7000-8000-000000000001', role: 'lead', standing: 'overdue' },
      { plan: '0198d3a1-0000-7000-8000-000000000002', from: '2026-01-01', to: '2026-01-31', asked: '1' },
      { returns: '2', reportedTo: '2026-11-01', wholes: '1' },
    ];
    for (const filter of filters) {
      assert.deepEqual(taskQueryOf(addressFilter(tasksAddress(filter).search)), filter);
    }
  });

  it('says that all plans are meant when the filter names none, and forgets what it does not know', () => {
    assert.deepEqual(tasksAddress({ standing: 'overdue' }).search, { ke_hoach: 'tat-ca', tinh_trang: 'overdue' });
    assert.deepEqual(addressFilter({ tu: 'hom qua', xyz: '1', tinh_trang: 'overdue' }), { tinh_trang: 'overdue' });
  });
});
