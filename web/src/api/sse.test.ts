/** Events out of a stream that is cut anywhere. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EventReader } from './sse.ts';

const STREAM =
  'retry: 2000\nid: 7\nevent: hello\ndata: {}\n\n: \n\nid: 8\nevent: review:x\ndata: {"a":\ndata: 1}\n\nevent: empty\n\n';

describe('a stream of events', () => {
  it('gives the same events wherever it is cut', () => {
    const whole = new EventReader().feed(STREAM);
    assert.deepEqual(whole, [
      { id: '7', name: 'hello', data: '{}' },
      { id: '8', name: 'review:x', data: '{"a":\n1}' },
    ]);
    for (let cut = 1; cut < STREAM.length; cut++) {
      const reader = new EventReader();
      const parts = [...reader.feed(STREAM.slice(0, cut)), ...reader.feed(STREAM.slice(cut))];
      assert.deepEqual(parts, whole, `cut at ${cut}`);
      assert.equal(reader.retry, 2000);
    }
  });

  it('reads the line ends of other systems', () => {
    assert.deepEqual(new EventReader().feed('data: a\r\n\r\n'), [{ id: null, name: 'message', data: 'a' }]);
  });
});
