/** Who concluded, from the head of a notice or its first paragraph. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findConcluder, isConclusion } from './conclusion.ts';

const words = (title: string, text = '') => findConcluder(title, text)?.words ?? null;

describe('who concluded', () => {
  it('is named in the head, office before or behind the name', () => {
    assert.equal(
      words('Kết luận của đồng chí Chủ tịch UBND tỉnh Võ Trọng Hải tại cuộc họp về giải ngân'),
      'Chủ tịch UBND tỉnh Võ Trọng Hải',
    );
    assert.equal(
      words('Kết luận của đồng chí Trần Báu Hà, Phó Chủ tịch Thường trực UBND tỉnh tại cuộc họp'),
      'Phó Chủ tịch Thường trực UBND tỉnh Trần Báu Hà',
    );
    assert.equal(
      words('Ý kiến chỉ đạo của đồng chí Hoàng Trung Dũng - Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy về cải cách'),
      'Bí thư Tỉnh ủy Hoàng Trung Dũng',
    );
  });

  it('is named by office alone, a province is no person', () => {
    assert.equal(words('Kết luận của Chủ tịch UBND tỉnh Hà Tĩnh tại phiên họp'), 'Chủ tịch UBND tỉnh Hà Tĩnh');
    assert.equal(
      words('Kết luận của Phó Chủ tịch UBND tỉnh Thừa Thiên Huế tại cuộc họp'),
      'Phó Chủ tịch UBND tỉnh Thừa Thiên Huế',
    );
  });

  it('takes the name of who chaired where the head gives only the office', () => {
    assert.equal(
      words(
        'Ý kiến kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại phiên họp thường kỳ',
        'Ngày 02/4/2021, đồng chí Trần Quốc Văn, Chủ tịch Ủy ban nhân dân tỉnh chủ trì phiên họp.',
      ),
      'Chủ tịch Ủy ban nhân dân tỉnh Trần Quốc Văn',
    );
    assert.equal(words('Về việc nghỉ lễ', 'Các cơ quan nghỉ.'), null);
  });

  it('is asked only of notices and conclusions', () => {
    assert.deepEqual([isConclusion('Thông báo'), isConclusion('Nghị quyết'), isConclusion(null)], [true, false, false]);
  });
});
