/** Sentences, clauses and brackets around a place. `|` in a text marks the place. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { atLeastAfter, ClauseWalk, isCommitted, rightPhrase, sentenceStarts, yearAfter } from './clause.ts';

function place(marked: string): { text: string; at: number } {
  return { text: marked.replace('|', ''), at: marked.indexOf('|') };
}
/** The words from the sentence's (clause's) start to the place. */
const sentence = (marked: string): string => {
  const { text, at } = place(marked);
  return text.slice(new ClauseWalk(text).standing(at).sentence, at);
};
const clause = (marked: string): string => {
  const { text, at } = place(marked);
  return text.slice(new ClauseWalk(text).standing(at).clause, at);
};

describe('a sentence', () => {
  it('begins after a stop and a capital or a number', () => {
    assert.equal(sentence('Thu đạt 5%. Chi đạt |6%'), 'Chi đạt ');
    assert.equal(sentence('Thu tăng nhanh! Chi đạt |6%'), 'Chi đạt ');
    assert.equal(sentence('Thu đạt (5%.) Chi đạt |6%'), 'Chi đạt ');
    assert.equal(sentence('Thu đạt 9.400 tỷ, chi |6%'), 'Thu đạt 9.400 tỷ, chi ');
    assert.equal(sentence('Tại TP. Việt Trì có |6 chợ'), 'Tại TP. Việt Trì có ');
    assert.equal(sentence('Thu đạt\nChi đạt |6%'), 'Chi đạt ');
  });

  it('begins after the number of an item', () => {
    assert.equal(sentence('(1) Thu trên 9%; (2) Chi đạt |6%').trim(), 'Chi đạt');
    assert.equal(sentence('Thu trên 9%; (11 Giảm tỷ lệ |6%').trim(), 'Giảm tỷ lệ');
    assert.equal(sentence('chợ tại Việt Trì (12), Phù Ninh (|6)'), 'chợ tại Việt Trì (12), Phù Ninh (');
  });
});

describe('a clause', () => {
  it('begins after a semicolon outside brackets', () => {
    assert.equal(clause('Thu 5%; chi đạt |6%'), ' chi đạt ');
    assert.equal(clause('Thu 5% (nội địa; xuất khẩu) đạt |6%'), 'Thu 5% (nội địa; xuất khẩu) đạt ');
    assert.equal(clause('Thu đạt |6%'), 'Thu đạt ');
  });
});

describe('brackets', () => {
  it('are known while they are open', () => {
    const open = (marked: string): number => {
      const { text, at } = place(marked);
      return new ClauseWalk(text).standing(at).paren;
    };
    assert.equal(open('Thu (nội địa |5%)'), 4);
    assert.equal(open('Thu (nội địa) |5%'), -1);
    assert.equal(open('Thu (nội (a) |5%)'), 4);
    assert.equal(open('Thu |5%'), -1);
  });
});

describe('a walk', () => {
  it('answers at every place as a fresh walk does', () => {
    const text = '(1) Thu 5% (nội địa 3%; khác 2%); chi 6%. Tại TP. Việt Trì có 4 chợ (2 chợ mới.\nSố 7';
    const walk = new ClauseWalk(text);
    for (let at = 0; at <= text.length; at++) assert.deepEqual(walk.standing(at), new ClauseWalk(text).standing(at));
    assert.deepEqual(
      sentenceStarts(text).map((at) => text.slice(at).trim().slice(0, 3)),
      ['Thu', 'Tại', 'Số '],
    );
  });
});

describe('what stands after the number', () => {
  const right = (marked: string, next = -1): string => {
    const { text, at } = place(marked);
    return text.slice(at, rightPhrase(text, at, next < 0 ? -1 : text.indexOf(String(next)))).trim();
  };

  it('is a noun phrase up to the stop', () => {
    assert.equal(right('15 xã| đạt chuẩn nông thôn mới; 3 huyện'), 'đạt chuẩn nông thôn mới');
    assert.equal(right('15 xã| đạt chuẩn nông thôn mới. Thu đạt'), 'đạt chuẩn nông thôn mới');
    assert.equal(right('(15 xã| đạt chuẩn) và'), 'đạt chuẩn');
    assert.equal(right('15 xã| (khu vực III) đạt chuẩn'), '(khu vực III) đạt chuẩn');
    assert.equal(right('15 xã| đạt chuẩn so với năm 2022'), 'đạt chuẩn');
    assert.equal(right('15 xã| đạt chuẩn, trong đó có'), 'đạt chuẩn');
  });

  it('or up to the words of the next number', () => {
    assert.equal(right('15 xã| đạt chuẩn, có thêm 3 huyện', 3), 'đạt chuẩn');
    assert.equal(right('15 xã| đạt chuẩn và 3 huyện', 3), 'đạt chuẩn');
  });

  it('may make it a lower bound', () => {
    for (const after of [' trở lên', ' (cả năm) trở lên', ' trở lên so với']) assert.ok(atLeastAfter(after), after);
    for (const after of ['', ' xã trở lên', ' trở xuống']) assert.equal(atLeastAfter(after), false, after);
  });

  it('may name the year', () => {
    const year = (after: string) => yearAfter(after, 0);
    assert.equal(year(' năm 2025'), 2025);
    assert.equal(year(' vào năm 2030'), 2030);
    assert.equal(year(' giai đoạn 2021 - 2025'), 2025);
    assert.equal(year(' so với năm 2020'), null);
    assert.equal(year(' trong đó'), null);
  });
});

describe('a commitment', () => {
  it('is told by the words before', () => {
    const committed = (marked: string): boolean => {
      const { text, at } = place(marked);
      return isCommitted(text, 0, at);
    };
    assert.ok(committed('Phấn đấu trồng |500 ha'));
    assert.ok(committed('Đến năm 2025 trồng |500 ha'));
    assert.equal(committed('Hướng dẫn |26 xã'), false);
  });
});
