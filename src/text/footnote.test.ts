/** Footnotes: lifted out of the sentence that they interrupt, kept with their mark. The words are made up. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cleanText } from './clean.ts';
import { liftInlineNotes, opensNote } from './footnote.ts';
import { type Line, splitLines } from './line.ts';

/** Paragraphs, a note with its mark in front, note marks in their place. */
function shown(source: string): string[] {
  const { text, paragraphs } = cleanText(source);
  return paragraphs.map((p) => {
    let words = text.slice(p.start, p.end);
    for (const n of [...p.notes].reverse())
      words = `${words.slice(0, n.at - p.start)}«${n.mark}»${words.slice(n.at - p.start)}`;
    return p.kind === 'note' ? `note ${p.mark}: ${words}` : words;
  });
}

describe('a note in the text', () => {
  it('may open with its mark in brackets and hang on a cell of a table', () => {
    assert.deepEqual(
      shown(
        '| Chỉ tiêu | Năm 2021 |\n| Số thôn có chi bộ[^1] | 91%[^2] |\n\n[^1]: Gồm cả làng.\n\n[^2]: Tương đương 1.435 thôn.',
      ),
      ['Chỉ tiêu\tNăm 2021', 'Số thôn có chi bộ«1»\t91%«2»', 'note 1: Gồm cả làng.', 'note 2: Tương đương 1.435 thôn.'],
    );
  });

  it('is lifted out of a sentence that a page break cut', () => {
    const source = [
      'Phát triển 4 trung tâm¹, 2 vùng động lực² của tỉnh và tập trung xây dựng',
      '',
      '¹ Trung tâm hành chính, thương mại, logistics, giáo dục.',
      '',
      '² Vùng ven biển và vùng trung du.',
      '',
      'hạ tầng giao thông kết nối các khu kinh tế.',
    ].join('\n');
    assert.deepEqual(shown(source), [
      'Phát triển 4 trung tâm«1», 2 vùng động lực«2» của tỉnh và tập trung xây dựng hạ tầng giao thông kết nối các khu kinh tế.',
      'note 1: Trung tâm hành chính, thương mại, logistics, giáo dục.',
      'note 2: Vùng ven biển và vùng trung du.',
    ]);
  });

  it('hung on a star is lifted too', () => {
    assert.deepEqual(
      shown('- Tỷ lệ dân số tham gia bảo hiểm y tế đạt 93%^(*).\n\n^(*) Tương đương 1.250.000 người.\n\nIII. NHIỆM VỤ'),
      ['- Tỷ lệ dân số tham gia bảo hiểm y tế đạt 93%«*».', 'III. NHIỆM VỤ', 'note *: Tương đương 1.250.000 người.'],
    );
  });

  it('written into the line goes to the end, and its reference stays', () => {
    assert.deepEqual(
      shown(
        'Thực hiện Chỉ thị số 08-CT/TU[footnoteRef:1] về kỷ cương. [1: về tăng cường kỷ luật, kỷ cương hành chính] Giao Sở Nội vụ theo dõi.',
      ),
      [
        'Thực hiện Chỉ thị số 08-CT/TU«1» về kỷ cương.  Giao Sở Nội vụ theo dõi.',
        'note 1: về tăng cường kỷ luật, kỷ cương hành chính',
      ],
    );
  });

  it('at the end of the document keeps its number', () => {
    assert.deepEqual(
      shown('Thực hiện Chỉ thị 08[^1] và Kết luận 12[^2].\n\n[1] Về kỷ cương.\n[2] Về tinh giản biên chế.'),
      ['Thực hiện Chỉ thị 08«1» và Kết luận 12«2».', 'note 1: Về kỷ cương.', 'note 2: Về tinh giản biên chế.'],
    );
  });

  it('leads back to its own words', () => {
    const source = 'Các khu¹ kinh tế\n\n¹ Gồm t\u00f4\u0301t ba khu.\n\nven biển của tỉnh được quy hoạch.';
    const { text, paragraphs, toSource } = cleanText(source);
    const note = paragraphs.find((p) => p.kind === 'note');
    assert.ok(note);
    const span = toSource(note);
    assert.equal(source.slice(span.start, span.end), 'Gồm t\u00f4\u0301t ba khu.');
    assert.equal(text.slice(note.start, note.end), 'Gồm tốt ba khu.');
  });

  it('is lost in no document, even without its reference', () => {
    for (const source of ['¹ Một mình.', '[1: chỉ có chú thích]', '[3] Về đất đai.', '(*) Số ước tính.']) {
      const found = shown(source);
      assert.equal(found.length, 1, source);
      assert.match(found[0] as string, /^note (?:1|3|\*): /);
    }
  });
});

describe('the opening of a note', () => {
  it('is a raised number, stars in brackets, a number in square brackets', () => {
    const marks: readonly (readonly [string, string, number])[] = [
      ['¹ Ba trung tâm', '1', 2],
      ['¹²Mười hai xã', '12', 2],
      ['(*) Số ước', '*', 4],
      ['(**) Số ước', '**', 5],
      ['[1] Nghị quyết', '1', 4],
      ['[12]: Nghị quyết', '12', 6],
    ];
    for (const [text, mark, length] of marks) assert.deepEqual(opensNote(text), { mark, length }, text);
  });

  it('is no list number, no placeholder, no unit', () => {
    for (const text of [
      '(1) Tỷ lệ',
      '1. Mục tiêu',
      '[…] bổ sung',
      '[x] chọn',
      '[1]',
      '¹',
      'm² sàn',
      '',
      '(a) Về',
      '* ghi',
    ]) {
      assert.equal(opensNote(text), null, text);
    }
  });
});

describe('notes inside a line', () => {
  const lift = (source: string) => {
    const { piece, notes } = liftInlineNotes(splitLines(source)[0] as Line);
    return [piece.text, ...notes.map((n) => `${n.mark}=${n.piece.text}`)];
  };

  it('are all taken', () => {
    assert.deepEqual(lift('a [1: b] c [2: d] e'), ['a  c  e', '1=b', '2=d']);
    assert.deepEqual(lift('không có'), ['không có']);
  });

  it('without an end stay where they are', () => {
    assert.deepEqual(lift('a [1: b c'), ['a [1: b c']);
    assert.deepEqual(lift('[1:b] và [a: b]'), ['[1:b] và [a: b]']);
  });

  it('lead the rest back to its place', () => {
    const source = 'trước [1: chú thích] sau';
    const { piece } = liftInlineNotes(splitLines(source)[0] as Line);
    const last = piece.runs.slice(-2);
    assert.equal(source.slice(last[0], last[1]), ' sau');
  });
});
