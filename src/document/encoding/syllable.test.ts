import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SAMPLES } from '#test/support/samples.ts';
import { isSyllable, judge, shareOf } from './syllable.ts';

describe('a Vietnamese syllable', () => {
  it('is an onset, a rhyme and a tone', () => {
    const words =
      'nghị quyết nguyễn giêng gì giữa quý quốc khuỷu ngoằn ngoèo ương yên ở ủy hòa hoà thúy xoong đường rượu quỳnh';
    for (const word of words.split(' ')) assert.ok(isSyllable(word), word);
  });

  it('is not what a wrong encoding gives', () => {
    for (const word of 'quyõt nghþ veà vieäc été garçon straße cấcd ngh tàc mạpp'.split(' ')) {
      assert.ok(!isSyllable(word), word);
    }
  });

  it('makes nearly all words of real texts', () => {
    for (const { name, text } of SAMPLES) assert.ok(shareOf(judge(text)) > 0.99, name);
  });
});
