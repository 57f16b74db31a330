/** Whatever the words, the calendar is one that a strict reader takes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readCalendar } from '#test/support/icalendar.ts';
import { type CalendarDay, writeCalendar } from './icalendar.ts';

const letters = fc.string({
  unit: fc.constantFrom('a', 'ế', 'Đ', '😀', ',', ';', '\\', '\n', '\r\n', ' ', ':', '"', '\u0007'),
  maxLength: 120,
});

describe('any words', () => {
  it('come out of a calendar as they went in, in lines of at most 75 octets', () => {
    const shown = (text: string) => text.replace(/\r\n?/g, '\n').replaceAll('\u0007', ' ');
    fc.assert(
      fc.property(
        letters,
        letters,
        fc.array(letters, { maxLength: 3 }),
        fc.integer({ min: 0, max: 99 }),
        (summary, description, categories, sequence) => {
          const day: CalendarDay = {
            uid: 'task-1@bamsat',
            on: '2021-06-29',
            summary,
            description,
            url: 'https://a.vn/nhiem-vu/1',
            tentative: false,
            changedAt: '2021-01-05T02:03:04.567Z',
            sequence,
            categories,
          };
          const { events } = readCalendar(writeCalendar(summary, [day, { ...day, uid: 'task-2@bamsat' }]));
          assert.equal(events.length, 2);
          assert.deepEqual(
            [
              events[0]?.summary,
              events[0]?.description,
              events[0]?.categories,
              events[0]?.sequence,
              events[0]?.changedAt,
            ],
            [shown(summary), shown(description), categories.map(shown), sequence, '20210105T020304Z'],
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
