import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fold } from '#base/fold.ts';
import { agencyByCode, findAgencies, listAgencies, resolveAgency } from '#catalogue/agencies.ts';

const code = (name: string, on?: string) => resolveAgency(name, on)?.code ?? null;
const found = (text: string, on?: string) => findAgencies(text, on).map((m) => [text.slice(m.start, m.end), m.code]);

/** A day on which the name or entry was in use. */
function dayIn(from: string | null, to: string | null): string {
  if (to === null) return '2026-06-01';
  const day = new Date(Date.parse(to) - 86_400_000).toISOString().slice(0, 10);
  assert.ok(from === null || from <= day, `${from}–${to}`);
  return day;
}

/** Everything by which an entry may be called, with its time. */
function allNames() {
  return listAgencies().flatMap((agency) => {
    const oldest = agency.names.at(-1)?.from ?? null;
    const last = agency.names[0]?.to ?? null;
    return [
      ...agency.names.flatMap(({ text, short, from, to }) =>
        [text, ...short].map((name) => ({ agency, name, day: dayIn(from, to) })),
      ),
      ...agency.aliases.map((name) => ({ agency, name, day: dayIn(oldest, last) })),
    ];
  });
}

test('codes are unique, each entry has a source and an official name', () => {
  const codes = listAgencies().map((agency) => agency.code);
  assert.equal(new Set(codes).size, codes.length);
  for (const agency of listAgencies()) {
    assert.match(agency.code, /^[a-z0-9-]+$/);
    assert.ok(agency.source.length > 0, agency.code);
    assert.ok(agency.names.length > 0, agency.code);
    assert.equal(agencyByCode(agency.code), agency);
    for (const { text, short } of agency.names) {
      for (const name of [text, ...short, ...agency.aliases]) assert.equal(name, name.normalize('NFC').trim());
    }
  }
});

test('every name, short form and alias means its own entry and no other', () => {
  for (const { agency, name, day } of allNames()) {
    assert.equal(code(name, day), agency.code, `${name} on ${day}`);
  }
});

test('no two bodies of one time share a written form', () => {
  const owners = new Map<string, { code: string; from: string; to: string }[]>();
  for (const { code: owner, names, aliases } of listAgencies()) {
    const oldest = names.at(-1)?.from ?? '';
    const last = names[0]?.to ?? '9999';
    const forms = [
      ...names.flatMap(({ text, short, from, to }) =>
        [text, ...short].map((form) => [form, from ?? '', to ?? '9999'] as const),
      ),
      ...aliases.map((form) => [form, oldest, last] as const),
    ];
    for (const [form, from, to] of forms) {
      const key = fold(form)
        .replace(/(?:\s|^)và(?=\s)|[&,/-]/g, ' ')
        .replace(/\s+/g, ' ');
      const others = (owners.get(key) ?? []).filter(
        (other) => other.code !== owner && other.from < to && from < other.to,
      );
      assert.deepEqual(others, [], `${form}: ${owner}`);
      owners.set(key, [...(owners.get(key) ?? []), { code: owner, from, to }]);
    }
  }
});

test('without a date a name means its own entry too, or one that bore it at another time', () => {
  for (const { agency, name } of allNames()) {
    const resolved = resolveAgency(name);
    assert.ok(resolved, name);
    if (resolved.code !== agency.code) assert.equal(resolved.confidence, 'check', `${name} → ${resolved.code}`);
  }
});

test('an ended body has a successor, a living one has none, every chain ends in a living body', () => {
  for (const agency of listAgencies()) {
    const ended = (agency.names[0]?.to ?? null) !== null;
    assert.equal(ended, agency.successors.length > 0, agency.code);
    const follow = (at: string, seen: readonly string[]): void => {
      assert.ok(!seen.includes(at), `circle: ${[...seen, at]}`);
      const body = agencyByCode(at);
      assert.ok(body, at);
      for (const { code: next, from, basis } of body.successors) {
        assert.match(from, /^\d{4}-\d\d-\d\d$/);
        assert.ok(basis.length > 0);
        follow(next, [...seen, at]);
      }
    };
    follow(agency.code, []);
    const successor = resolveAgency(agency.names[0]?.text ?? '', dayIn(null, agency.names[0]?.to ?? null))?.successor;
    assert.equal(successor !== null, ended, agency.code);
    if (successor) assert.equal(agencyByCode(successor.code)?.names[0]?.to, null);
  }
});

test('the departments of before 2025 lead to those of today', () => {
  for (const [old, now] of [
    ['Sở KH&ĐT', 'Sở Tài chính'],
    ['Sở GTVT', 'Sở Xây dựng'],
    ['Sở TT&TT', 'Sở Khoa học và Công nghệ'],
    ['Sở NN&PTNT', 'Sở Nông nghiệp và Môi trường'],
    ['Sở TN&MT', 'Sở Nông nghiệp và Môi trường'],
    ['Sở LĐTBXH', 'Sở Nội vụ'],
    ['Bộ KH&ĐT', 'Bộ Tài chính'],
    ['Bộ GTVT', 'Bộ Xây dựng'],
    ['Bộ TT&TT', 'Bộ Khoa học và Công nghệ'],
    ['Bộ LĐTBXH', 'Bộ Nội vụ'],
    ['Ủy ban Dân tộc', 'Bộ Dân tộc và Tôn giáo'],
    ['Ban Tuyên giáo Tỉnh ủy', 'Ban Tuyên giáo và Dân vận Tỉnh ủy'],
    ['BCSĐ UBND tỉnh', 'Đảng ủy Ủy ban nhân dân tỉnh'],
    ['UBND các huyện, thành phố, thị xã', 'Ủy ban nhân dân cấp xã'],
    ['Cục Thuế tỉnh', 'Thuế tỉnh'],
    ['Sở Thủy sản', 'Sở Nông nghiệp và Môi trường'],
  ] as const) {
    assert.equal(resolveAgency(old, '2007-01-01')?.successor?.name, now, old);
    assert.equal(resolveAgency(old)?.successor?.name, now, old);
  }
  const planning = resolveAgency('Sở Kế hoạch và Đầu tư', '2020-12-01');
  assert.equal(planning?.confidence, 'high');
  assert.equal(planning?.successor?.since, '2025-03-01');
  assert.equal(resolveAgency('Sở Tài chính')?.successor, null);
});

test('spelling: tone marks, case, &, commas, dashes, a province after the name', () => {
  for (const name of [
    'Sở Lao động, Thương binh và Xã hội',
    'Sở Lao động - Thương binh và Xã hội',
    'SỞ LAO ĐỘNG – THƯƠNG BINH & XÃ HỘI',
    'Sở Lao động Thương binh Xã hội tỉnh Hà Tĩnh',
    'Sở LĐ-TB&XH',
    'Sở LĐTB&XH',
    'Sở LĐ - TBXH tỉnh',
  ]) {
    assert.equal(code(name), 'so-lao-dong-thuong-binh-va-xa-hoi', name);
  }
  for (const name of [
    'UBND tỉnh',
    'Uỷ ban nhân dân tỉnh',
    'ỦY BAN NHÂN DÂN TỈNH',
    'UBND tỉnh Hưng Yên',
    'UBND TP. Hồ Chí Minh',
    'UBND TP Hải Phòng',
    'UBND Hà Tĩnh',
    'Ủy ban nhân dân thành phố Đà Nẵng',
  ]) {
    assert.equal(code(name), 'ubnd-tinh', name);
  }
  assert.equal(code('Công an tỉnh'), 'cong-an-tinh');
  assert.equal(code('Công an Thành phố Cần Thơ'), 'cong-an-tinh');
  assert.equal(code('Sở Văn hoá Thể thao & Du lịch'), 'so-van-hoa-the-thao-va-du-lich');
  assert.equal(code('Sở VH, TT & DL'), 'so-van-hoa-the-thao-va-du-lich');
  assert.equal(code('Thành ủy Hải Phòng'), 'tinh-uy');
  assert.equal(code('Thành ủy Quy Nhơn'), 'huyen-uy');
  assert.equal(code('Huyện ủy Đức Cơ'), 'huyen-uy');
  assert.equal(code('UBND huyện Đức Cơ'), 'ubnd-cap-huyen');
  assert.equal(code('UBND thành phố Hưng Yên'), 'ubnd-cap-huyen');
  assert.equal(code('UBND các xã, phường'), 'ubnd-cap-xa');
  assert.equal(code('Ban Chấp hành Đảng bộ tỉnh khoá XVIII'), 'ban-chap-hanh-dang-bo-tinh');
  assert.equal(code('Chi cục Thuế khu vực XI'), 'chi-cuc-thue-khu-vuc');
});

test('errors of typing and scanning lower the confidence', () => {
  assert.equal(resolveAgency('Sở Tài chính')?.confidence, 'high');
  assert.equal(resolveAgency('So Tai chinh')?.confidence, 'check');
  assert.equal(resolveAgency('Sở Thông tín và Truyền thông')?.confidence, 'check');
  assert.deepEqual(
    [resolveAgency('Sở Kế hoach và Đầu tư')?.code, resolveAgency('Sở Kế hoạch và Đấu tứ')?.code],
    ['so-ke-hoach-va-dau-tu', 'so-ke-hoach-va-dau-tu'],
  );
  const slip = resolveAgency('Sở Nông nghiệp và Phát triên nông thn');
  assert.deepEqual([slip?.code, slip?.confidence], ['so-nong-nghiep-va-phat-trien-nong-thon', 'guess']);
  assert.equal(resolveAgency('UBND')?.confidence, 'check');
  assert.equal(resolveAgency('Giám đốc Sở Tài chính')?.confidence, 'check');
  assert.equal(resolveAgency('Sở Kế hoạch và Đầu tư', '2026-01-01')?.confidence, 'check');
});

test('generic groups and other words are no agency', () => {
  for (const name of [
    '',
    ' - ',
    'các sở, ban, ngành',
    'các đơn vị liên quan',
    'Giám đốc các Sở',
    'các địa phương',
    'Sở',
    'nhà máy nước',
    'Sở Tài chính và Sở Xây dựng',
  ]) {
    assert.equal(resolveAgency(name), null, name);
  }
});

test('the date decides between bodies of one name', () => {
  assert.equal(code('Cục Thuế', '2021-01-01'), 'cuc-thue-tinh');
  assert.equal(code('Cục Thuế', '2025-09-01'), 'cuc-thue');
  assert.deepEqual([code('Cục Thuế'), resolveAgency('Cục Thuế')?.confidence], ['cuc-thue-tinh', 'check']);
  assert.equal(code('Cục Thống kê', '2020-01-01'), 'thong-ke-tinh');
  assert.equal(code('Cục Thống kê', '2025-09-01'), 'cuc-thong-ke');
  assert.equal(resolveAgency('Cục Thống kê tỉnh', '2020-01-01')?.name, 'Cục Thống kê tỉnh');
});

test('finds names in running text with their place', () => {
  const text =
    'Giao Sở KH&ĐT chủ trì, phối hợp với Công an tỉnh, UBND các huyện, thị xã, thành phố và Văn phòng UBND tỉnh.';
  assert.deepEqual(found(text), [
    ['Sở KH&ĐT', 'so-ke-hoach-va-dau-tu'],
    ['Công an tỉnh', 'cong-an-tinh'],
    ['UBND các huyện, thị xã, thành phố', 'ubnd-cap-huyen'],
    ['Văn phòng UBND tỉnh', 'van-phong-ubnd-tinh'],
  ]);
});

test('finds names across a line end, in capitals, at the start of a sentence', () => {
  assert.deepEqual(found('Sở Nông nghiệp\nvà Môi trường'), [
    ['Sở Nông nghiệp\nvà Môi trường', 'so-nong-nghiep-va-moi-truong'],
  ]);
  assert.deepEqual(found('Sở Tài\n\nchính'), []);
  assert.deepEqual(found('TỈNH ỦY HƯNG YÊN'), [['TỈNH ỦY HƯNG YÊN', 'tinh-uy']]);
  assert.deepEqual(found('HỘI ĐỒNG NHÂN DÂN\nTỈNH HÀ TĨNH'), [['HỘI ĐỒNG NHÂN DÂN\nTỈNH HÀ TĨNH', 'hdnd-tinh']]);
  assert.deepEqual(found('các sở tài chính, y tế'), [['sở tài chính', 'so-tai-chinh']]);
});

test('the longest name wins, names do not start inside words', () => {
  assert.deepEqual(found('Ban Thường vụ Tỉnh ủy và Ban cán sự đảng Ủy ban nhân dân tỉnh'), [
    ['Ban Thường vụ Tỉnh ủy', 'ban-thuong-vu-tinh-uy'],
    ['Ban cán sự đảng Ủy ban nhân dân tỉnh', 'ban-can-su-dang-ubnd-tinh'],
  ]);
  assert.deepEqual(found('Ban Quản lý Khu kinh tế tỉnh, Ban Quản lý các KCN tỉnh'), [
    ['Ban Quản lý Khu kinh tế tỉnh', 'ban-quan-ly-khu-kinh-te-tinh'],
    ['Ban Quản lý các KCN tỉnh', 'ban-quan-ly-khu-cong-nghiep-tinh'],
  ]);
  assert.deepEqual(found('Ngân hàng Nhà nước Việt Nam, Chi nhánh Ngân hàng Nhà nước tỉnh'), [
    ['Ngân hàng Nhà nước Việt Nam', 'ngan-hang-nha-nuoc-viet-nam'],
    ['Chi nhánh Ngân hàng Nhà nước tỉnh', 'ngan-hang-nha-nuoc-chi-nhanh-tinh'],
  ]);
});

test('a list after "các Sở" is read to its end', () => {
  assert.deepEqual(found('Các Sở: Ngoại vụ, Kế hoạch và Đầu tư, Ban Quản lý Khu kinh tế tỉnh, Công Thương.'), [
    ['Ngoại vụ', 'so-ngoai-vu'],
    ['Kế hoạch và Đầu tư', 'so-ke-hoach-va-dau-tu'],
    ['Ban Quản lý Khu kinh tế tỉnh', 'ban-quan-ly-khu-kinh-te-tinh'],
    ['Công Thương', 'so-cong-thuong'],
  ]);
  assert.deepEqual(found('các Bộ: Tài chính, Nội vụ và Y tế chủ trì'), [
    ['Tài chính', 'bo-tai-chinh'],
    ['Nội vụ', 'bo-noi-vu'],
    ['Y tế', 'bo-y-te'],
  ]);
  assert.deepEqual(found('Sở Tài chính, Xây dựng kế hoạch'), [['Sở Tài chính', 'so-tai-chinh']]);
  assert.deepEqual(
    findAgencies('Sở Tài chính, Nội vụ').map(({ name }) => name),
    ['Sở Tài chính', 'Sở Nội vụ'],
  );
});

test('look-alikes are left alone', () => {
  for (const text of [
    'Chính phủ điện tử',
    'chính quyền số',
    'các cơ sở y tế, cơ sở du lịch',
    'cán bộ khoa học và công nghệ',
    'Ủy viên',
    'Tỉnh ủy viên',
    'Ủy ban Kiểm tra các cấp',
    'Mặt trận Tổ quốc các cấp',
    'nông thôn mới, hội nhập, ban hành',
    'thanh tra, kiểm tra',
    'số tài chính',
  ]) {
    assert.deepEqual(found(text), [], text);
  }
});

test('an abbreviation is never an ordinary word', () => {
  assert.deepEqual(found('Sở Tư pháp, Ban QLDA ĐTXD công trình giao thông tỉnh'), [
    ['Sở Tư pháp', 'so-tu-phap'],
    ['Ban QLDA ĐTXD công trình giao thông tỉnh', 'ban-quan-ly-du-an-giao-thong-tinh'],
  ]);
});

test('one wrong diacritic in a name of three words is let pass', () => {
  assert.deepEqual(found('Sở Công Thường chủ trì; Ủy bân nhân dân tỉnh'), [
    ['Sở Công Thường', 'so-cong-thuong'],
    ['Ủy bân nhân dân tỉnh', 'ubnd-tinh'],
  ]);
});

test('each entry is found where its name stands in a sentence', () => {
  for (const agency of listAgencies()) {
    const { text, to, from } = agency.names[0] ?? { text: '', to: null, from: null };
    const sentence = `Giao ${text}; báo cáo.`;
    const day = dayIn(from, to);
    assert.deepEqual(
      findAgencies(sentence, day).map((m) => [sentence.slice(m.start, m.end), m.code]),
      [[text, agency.code]],
      text,
    );
  }
});

test('every mention of a long text is found', () => {
  const paragraph =
    'Sở Tài chính chủ trì, phối hợp với các sở, ban, ngành, UBND các huyện, thành phố, thị xã tham mưu Ủy ban nhân dân tỉnh ban hành kế hoạch; tổng vốn đầu tư toàn xã hội đạt 31.000 tỷ đồng, tăng 8,5% so với cùng kỳ năm trước.\n';
  const text = paragraph.repeat(Math.ceil(4_000_000 / paragraph.length));
  const matches = findAgencies(text).length;
  assert.equal(matches, 3 * Math.ceil(4_000_000 / paragraph.length));
});

/** Groups and descriptions, which no catalogue can hold. */
const GENERIC =
  /^(?:các |giám đốc các|thủ trưởng các|cấp ủy|chính quyền|ngành |sở ngành|đại biểu|trung ương$)|\bvà (?:sở|ban)\b/iu;

test('the agencies of the annotated documents resolve', () => {
  const folder = new URL('../../test/gold/', import.meta.url);
  const names = new Set<string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const gold = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    for (const task of gold.tasks) for (const name of [...task.lead, ...task.support]) names.add(name);
    for (const { issuer } of gold.citations) if (issuer !== null) names.add(issuer);
    if (gold.document.issuer !== null) names.add(gold.document.issuer);
  }
  const named = [...names].filter((name) => !GENERIC.test(name));
  assert.ok(named.length > 40);
  assert.deepEqual(
    named.filter((name) => resolveAgency(name) === null),
    [],
  );
});
