import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { indicatorByCode, isUnitOf, listIndicators, matchIndicator } from './indicators.ts';
import { readUnit } from './units.ts';

test('the data is whole: codes, closed lists, units, certain official codes', () => {
  const codes = new Set<string>();
  const certain = /^T0(101|102|103|107|108|117|201|202|203|204|205|501|502|503|504|601)$/;
  for (const indicator of listIndicators()) {
    const { code } = indicator;
    assert.match(code, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    assert.ok(!codes.has(code), `twice: ${code}`);
    codes.add(code);
    assert.ok(indicator.name.length > 3 && indicator.source.length > 3, code);
    assert.ok(['level', 'flow', 'rate', 'share', 'index'].includes(indicator.kind), code);
    assert.ok(['up', 'down', 'none'].includes(indicator.direction), code);
    assert.ok(['sum', 'weighted-mean', 'none'].includes(indicator.overOrganisations), code);
    assert.ok(['sum', 'last', 'mean', 'none'].includes(indicator.overTime), code);
    if (indicator.officialCode !== null) assert.match(indicator.officialCode, certain, code);
    if (indicator.unit.endsWith('%')) assert.ok(readUnit(indicator.unit, 0), code);
  }
  assert.ok(codes.size >= 140);
});

test('every name and synonym of the data leads back to its indicator', () => {
  for (const indicator of listIndicators()) {
    for (const printed of [indicator.name, ...indicator.synonyms]) {
      const percent = printed.endsWith('{%}');
      const name = printed.replace(/\s*\{%\}$/, '');
      assert.equal(matchIndicator(name, percent ? '%' : indicator.unit)?.code, indicator.code, printed);
    }
  }
});

test('finds the indicator whatever the order, the spelling and the explanations around it', () => {
  const found: [string, string | null, string][] = [
    ['Tốc độ tăng tổng sản phẩm (GRDP) ngành nông - lâm nghiệp - thủy sản', '%', 'grdp-growth-agriculture'],
    ['Tổng sản phẩm (GRDP) của tỉnh', '%', 'grdp-growth'],
    ['Tổng sản phẩm (GRDP) của tỉnh', 'tỷ đồng', 'grdp'],
    ['Tỷ lệ hộ nghèo (theo chuẩn nghèo tiếp cận đa chiều 2016 - 2020)', '%', 'poverty'],
    ['Mức giảm tỷ lệ hộ nghèo đối với huyện nghèo', 'điểm %', 'poverty-poor-districts-reduction'],
    ['Tỷ lệ che phủ của rừng (kể cả cây cao su)', '%', 'forest-cover'],
    ['Xã đạt chuẩn NTM', 'xã', 'ntm-communes'],
    ['Xã đạt chuẩn NTM', '%', 'ntm-communes-share'],
    ['Xã đạt tiêu chí NTM kiểu mẫu', 'xã', 'ntm-model-communes'],
    ['Bác sỹ', 'bác sĩ/1 vạn dân', 'doctors-per-10000'],
    ['Số giường bệnh/10.000 dân', 'giường', 'beds-per-10000'],
    ['tỷ lệ tham gia BHYT của người dân', '%', 'health-insurance'],
    ['Tỷ lệ lao động trong độ tuổi tham gia BHTN', '%', 'unemployment-insurance'],
    ['Tỷ lệ dân số đô thị được cung cấp nước sạch qua hệ thống cấp nước tập trung', '%', 'urban-clean-water'],
    ['Xếp hạng Chỉ số năng lực cạnh tranh cấp tỉnh (PCI)', 'bậc', 'pci'],
    ['Chỉ số PAR INDEX', null, 'par-index'],
  ];
  for (const [name, unit, code] of found) assert.equal(matchIndicator(name, unit)?.code ?? null, code, name);
});

test('never takes one indicator for its neighbour', () => {
  const pairs: [string, string][] = [
    ['Tỷ lệ hộ nghèo', 'Mức giảm tỷ lệ hộ nghèo'],
    ['Tỷ lệ hộ nghèo', 'Tỷ lệ hộ cận nghèo'],
    ['Tỷ lệ hộ nghèo', 'Tỷ lệ hộ nghèo trong đồng bào dân tộc thiểu số'],
    ['Tỷ lệ hộ nghèo', 'Tỷ lệ hộ nghèo các huyện nghèo'],
    ['Tỷ lệ dân số nông thôn sử dụng nước sạch', 'Tỷ lệ dân số đô thị sử dụng nước sạch'],
    ['Tỷ lệ dân số nông thôn sử dụng nước sạch', 'Tỷ lệ dân số nông thôn sử dụng nước hợp vệ sinh'],
    ['Kim ngạch xuất khẩu', 'Kim ngạch nhập khẩu'],
    ['Xã đạt chuẩn nông thôn mới', 'Xã đạt chuẩn nông thôn mới nâng cao'],
    ['Tỷ lệ thất nghiệp', 'Tỷ lệ lao động tham gia bảo hiểm thất nghiệp'],
    ['Tỷ lệ tham gia bảo hiểm xã hội', 'Tỷ lệ tham gia bảo hiểm xã hội tự nguyện'],
    ['Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ', 'Tỷ lệ đảng viên không hoàn thành nhiệm vụ'],
    ['GRDP bình quân đầu người', 'Tốc độ tăng GRDP'],
    ['Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi', 'Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân'],
    ['Tỷ lệ lao động qua đào tạo', 'Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ'],
  ];
  for (const [a, b] of pairs) {
    const first = matchIndicator(a);
    const second = matchIndicator(b);
    assert.ok(first && second, `${a} / ${b}`);
    assert.notEqual(first.code, second.code, `${a} / ${b}`);
  }
});

test('finds nothing for what is no indicator of the catalogue, or one that lacks its main word', () => {
  const none: [string, string | null][] = [
    ['Tỷ lệ người dân tham gia bảo hiểm', '%'],
    ['Sự đồng thuận của cử tri', '%'],
    ['Tổng vốn dự án Khu công nghiệp A', 'tỷ đồng'],
    ['Cơ cấu kinh tế', '%'],
    ['Tỷ lệ hộ nghèo khu vực nông thôn', '%'],
    ['Tổng thu ngân sách so với dự toán Trung ương giao', '%'],
    ['Thứ hạng tăng trưởng GRDP', 'bậc'],
    ['Xếp hạng năng lực cạnh tranh số Thế giới', 'bậc'],
    ['', null],
    ['(1)', '%'],
  ];
  for (const [name, unit] of none) assert.equal(matchIndicator(name, unit), null, name);
});

test('confidence falls with the distance', () => {
  assert.equal(matchIndicator('Kim ngạch xuất khẩu', 'triệu USD')?.confidence, 'high');
  assert.notEqual(matchIndicator('Thu nội địa', '%')?.confidence, 'high');
  assert.notEqual(matchIndicator('Kim ngạch xuất khẩu của doanh nghiệp dệt may', 'triệu USD')?.confidence, 'high');
});

test('codes and units', () => {
  const poverty = indicatorByCode('poverty');
  assert.equal(poverty?.direction, 'down');
  assert.ok(poverty && isUnitOf(poverty, '%') && !isUnitOf(poverty, 'hộ'));
  assert.equal(indicatorByCode('no-such'), null);
  assert.equal(indicatorByCode('grdp-growth')?.officialCode, 'T0503');
});

test('any text is answered, and case and a number in brackets change nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string(), (name, unit) => void matchIndicator(name, unit)));
  fc.assert(
    fc.property(fc.constantFrom(...listIndicators()), ({ name, unit, code }) => {
      assert.equal(matchIndicator(name.toUpperCase(), unit)?.code, code);
    }),
  );
});
