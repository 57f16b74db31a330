import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDays, writeDays } from './typed-days.ts';

test('days and spans, in any order, each once', () => {
  const { days, wrong } = readDays('21/4/2021; 10/02/2021 đến 12/02/2021\n11/02/2021');
  assert.deepEqual(days, ['2021-02-10', '2021-02-11', '2021-02-12', '2021-04-21']);
  assert.deepEqual(wrong, []);
  assert.equal(writeDays(days), '10/02/2021 đến 12/02/2021\n21/04/2021');
  assert.deepEqual(readDays(writeDays(days)).days, days);
});

test('what is no day is named', () => {
  const given = 'Tết; 31/02/2021; 12/02/2021 đến 10/02/2021; 01/01/2021 đến 31/12/2021; 2/9/2021';
  assert.deepEqual(readDays(given), {
    days: ['2021-09-02'],
    wrong: ['Tết', '31/02/2021', '12/02/2021 đến 10/02/2021', '01/01/2021 đến 31/12/2021'],
  });
});
