/** Marks of layout in a line: which go, which stay, and that every unit left keeps its place. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { soup } from '#test/support/soup.ts';
import { type Line, splitLines, unifyCharacters } from './line.ts';

const only = (source: string): Line => {
  const lines = splitLines(source);
  assert.equal(lines.length, 1, source);
  return lines[0] as Line;
};
const words = (source: string): string => only(source).piece.text;
/** The words with each note mark in its place: `đô thị«1», …`. */
const noted = (source: string): string => {
  const { piece, notes } = only(source);
  return [...notes].reverse().reduce((text, n) => `${text.slice(0, n.at)}«${n.mark}»${text.slice(n.at)}`, piece.text);
};

/** Fails unless every run of a line leads to source text that reads the same. */
function checkRuns(source: string, line: Line): void {
  const { text, runs } = line.piece;
  const unified = unifyCharacters(source);
  let clean = -1;
  let place = line.start;
  assert.equal(runs.length % 3, 0);
  assert.equal(runs[0] ?? 0, 0, 'the first run begins the text');
  for (let i = 0; i < runs.length; i += 3) {
    const [at, start, end] = runs.slice(i, i + 3) as [number, number, number];
    const next = runs[i + 3] ?? text.length;
    assert.ok(at > clean || text === '', `clean offsets ascend: ${at} after ${clean}`);
    assert.ok(start >= place && end >= start && end <= line.end, `source offsets ascend: ${start}..${end}`);
    clean = at;
    place = end;
    const taken = text.slice(at, next);
    const given = unified.slice(start, end);
    if (taken.trim() === '' || taken === given) continue;
    // `^(1)` at the head of a line is written `(1)`; anything else reads the same once composed.
    assert.ok(given.normalize('NFC') === taken || given === `^${taken}`, JSON.stringify([taken, given]));
  }
}

describe('lines', () => {
  it('end at every kind of line break', () => {
    for (const source of ['một\nhai\nba', 'một\r\nhai\r\nba', 'một\rhai\rba', 'một\fhai\vba', 'một\u2028hai\u0085ba']) {
      const lines = splitLines(source);
      assert.deepEqual(
        lines.map((l) => l.piece.text),
        ['một', 'hai', 'ba'],
        JSON.stringify(source),
      );
      for (const l of lines) assert.equal(source.slice(l.start, l.end), l.piece.text);
    }
  });

  it('give an empty text one empty line, and blank lines no words', () => {
    assert.deepEqual(
      splitLines('').map((l) => l.piece.text),
      [''],
    );
    assert.deepEqual(
      splitLines('a\n \t\n\nb').map((l) => l.piece.text),
      ['a', '', '', 'b'],
    );
  });

  it('know their indent and heading level', () => {
    const level = (source: string) => [only(source).level, words(source)];
    assert.deepEqual(level('# NGHỊ QUYẾT'), [1, 'NGHỊ QUYẾT']);
    assert.deepEqual(level('### II. Nhiệm vụ'), [3, 'II. Nhiệm vụ']);
    assert.deepEqual(level('#5 là số hiệu'), [0, '#5 là số hiệu']);
    assert.deepEqual(level('Tổ #3'), [0, 'Tổ #3']);
    assert.equal(only('    - Thu ngân sách').indent, 4);
    assert.equal(only('Thu ngân sách').indent, 0);
  });
});

describe('emphasis', () => {
  it('goes, and tells how the line is printed', () => {
    const printed = (source: string): string => {
      const { piece, boldStart, boldEnd, italicStart } = only(source);
      const flags = [boldStart && 'bold-start', boldEnd && 'bold-end', italicStart && 'italic'].filter(Boolean);
      return [piece.text, ...flags].join(' | ');
    };
    assert.equal(printed('**NGHỊ QUYẾT**'), 'NGHỊ QUYẾT | bold-start | bold-end');
    assert.equal(printed('*Về nhiệm vụ năm 2023*'), 'Về nhiệm vụ năm 2023 | italic');
    assert.equal(printed('***Nơi nhận:***'), 'Nơi nhận: | bold-start | bold-end | italic');
    assert.equal(printed('**Điều 1.** Thông qua kế hoạch'), 'Điều 1. Thông qua kế hoạch | bold-start');
    assert.equal(printed('Thu ngân sách **12.500** tỷ đồng'), 'Thu ngân sách 12.500 tỷ đồng');
    assert.equal(printed('# **I. KẾT QUẢ**'), 'I. KẾT QUẢ | bold-start | bold-end');
    assert.equal(printed('__Ghi chú__'), 'Ghi chú');
  });

  it('parts two words that it glued together', () => {
    assert.equal(words('NĂM 2022**1- Kết quả đạt được**'), 'NĂM 2022\n1- Kết quả đạt được');
    assert.equal(words('TỈNH ỦY**Số 05-NQ/TU**'), 'TỈNH ỦY\nSố 05-NQ/TU');
    assert.equal(words('NGHỊ QUYẾT*Về nhiệm vụ*'), 'NGHỊ QUYẾT Về nhiệm vụ');
    // Nothing is glued here: a word was printed in bold.
    assert.equal(words('nông **thôn** mới'), 'nông thôn mới');
  });

  it('stays where a star is a footnote mark', () => {
    assert.equal(words('(*) Kể cả các xã bãi ngang'), '(*) Kể cả các xã bãi ngang');
    assert.equal(words('(**) Số ước tính'), '(**) Số ước tính');
  });

  it('makes a line of nothing but marks a rule', () => {
    for (const source of ['---', '-----------', '***', '**', '* * *', '____', '=====', '……………', '. . . . .']) {
      assert.deepEqual([only(source).rule, words(source)], [true, ''], source);
    }
    for (const source of ['- Thu ngân sách', 'a', '…và các xã', '1']) assert.equal(only(source).rule, false, source);
  });
});

describe('bookmarks and note marks', () => {
  it('bookmarks go', () => {
    assert.equal(words('[bookmark: _GoBack]Điều 1. Thông qua'), 'Điều 1. Thông qua');
    assert.equal(words('Điều[bookmark: dieu_2] 2.'), 'Điều 2.');
    assert.equal(words('theo [Phụ lục]'), 'theo [Phụ lục]');
  });

  it('references are lifted with their place', () => {
    assert.equal(noted('Chỉ thị số 05-CT/TU[footnoteRef:1], kế hoạch'), 'Chỉ thị số 05-CT/TU«1», kế hoạch');
    assert.equal(noted('Chỉ thị số 05[^12].'), 'Chỉ thị số 05«12».');
    assert.equal(noted('đạt 91%^(*) kế hoạch'), 'đạt 91%«*» kế hoạch');
    assert.equal(noted('đạt 91%^2 kế hoạch'), 'đạt 91%«2» kế hoạch');
    assert.equal(noted('4 đô thị¹, 5 vùng kinh tế²'), '4 đô thị«1», 5 vùng kinh tế«2»');
    assert.equal(noted('các chương trình¹²'), 'các chương trình«12»');
    assert.equal(noted('**trong năm¹ qua**'), 'trong năm«1» qua');
  });

  it('a raised digit after a unit of length is the unit', () => {
    for (const source of ['3.200 m² sàn', '12 km²', '450m³/ngày', '20 dm²', '5 cm³', '1 mm²']) {
      assert.equal(noted(source), source);
    }
  });

  it('marks at the head of a line open the note itself', () => {
    assert.equal(noted('¹ Gồm ba trung tâm'), '¹ Gồm ba trung tâm');
    assert.equal(noted('^(*) Tương đương 25 xã'), '(*) Tương đương 25 xã');
    assert.equal(noted('[1: về cải cách hành chính]'), '[1: về cải cách hành chính]');
  });

  it('a caret that is no mark stays', () => {
    assert.equal(words('10^x và ^đ'), '10^x và ^đ');
  });
});

describe('letters', () => {
  it('are composed, whatever half of them was apart', () => {
    const whole = 'nghiệp vụ tốt';
    assert.equal(words(whole.normalize('NFD')), whole);
    // `ô` composed with the acute apart, `ê` composed with the dot apart: as word processors leave them.
    assert.equal(words('t\u00f4\u0301t'), 'tốt');
    assert.equal(words('nghi\u00ea\u0323p'), 'nghiệp');
    assert.equal(words('\u0301').length, 1);
  });

  it('keep the place of the letter that they were', () => {
    const source = 'a t\u00f4\u0301t b';
    const { text, runs } = only(source).piece;
    assert.equal(text, 'a tốt b');
    assert.deepEqual(runs, [0, 0, 3, 3, 3, 5, 4, 5, 8]);
  });

  it('keep either place of the tone mark as printed', () => {
    for (const word of ['hoá', 'hóa', 'uỷ', 'ủy', 'khoẻ', 'khỏe', 'thuý', 'thúy']) assert.equal(words(word), word);
  });

  it('look-alikes and odd spaces are replaced one for one', () => {
    assert.equal(words('\u00d0iều 2.\u00a0Giao\u2009Sở'), 'Điều 2. Giao Sở');
    assert.equal(words('giảm \u22122%'), 'giảm -2%');
    const source = '\u00d0\u00f0\u2212\u00a0\u3000\u2028';
    assert.equal(unifyCharacters(source).length, source.length);
    assert.equal(unifyCharacters('Đđ- –'), 'Đđ- –');
  });

  it('what can not be seen goes', () => {
    assert.equal(words('phát\u00ad triển'), 'phát triển');
    assert.equal(words('phát\u200b triển\ufeff'), 'phát triển');
    assert.equal(words('\ufeffNGHỊ QUYẾT'), 'NGHỊ QUYẾT');
    assert.equal(words('Sở\u0007 Y\u0000 tế'), 'Sở Y tế');
    assert.equal(words('đ\u200dồng'), 'đồng');
  });

  it('dashes, quotes, dots and tabs stay as printed', () => {
    const source = 'Tỷ lệ – “hộ nghèo”\t2,5% … M’gar';
    assert.equal(words(source), source);
  });
});

describe('places', () => {
  it('every run of a marked line leads to its words', () => {
    for (const source of [
      '**Điều 1.** [bookmark: a]Thông qua[footnoteRef:1] t\u00f4\u0301t¹ 5 m²',
      '   # **NĂM 2022**1- Kết quả*Về*  ',
      '^(*) t\u00f4\u0301t ^(*)',
      '\u200b*a\u0301\u0323b*\u00ad',
    ]) {
      checkRuns(source, only(source));
    }
  });

  it('and so does every run of any text', () => {
    fc.assert(
      fc.property(soup, (source) => {
        const lines = splitLines(source);
        for (const line of lines) checkRuns(source, line);
        assert.equal(lines.at(-1)?.end, source.length);
        for (const line of lines) {
          for (const note of line.notes) assert.ok(note.at >= 0 && note.at <= line.piece.text.length);
        }
      }),
      { seed: 2021, numRuns: 300 },
    );
  });

  it('a line of very many marks is read', () => {
    for (const mark of ['*', '[', '^', '¹', '\u0301', '_', '#', '\u200b', '[bookmark:']) {
      assert.ok(splitLines(`a${mark.repeat(60_000)}b`));
    }
  });
});
