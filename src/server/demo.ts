/**
 * The demonstration (bản dùng thử): three provinces with their organisations of the time, a person for each role, and
 * real documents that were read; in each a plan is published and followed, and in one more reviews wait. All of it goes
 * through the same doors as on a real server.
 */
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { dateIn } from '#base/date.ts';
import { writeSetting } from '#store/settings.ts';
import type { DemoSetting } from '#usecase/first-run.ts';
import { addByHand, type ByHand } from '#usecase/person-by-hand.ts';
import type { Services } from '#usecase/services.ts';
import { makeProvince } from '#usecase/setup.ts';
import { follow } from './demo-following.ts';
import { DEMO_PASSWORD, Visitor } from './demo-visitor.ts';
import type { Running } from './start.ts';

export { DEMO_PASSWORD } from './demo-visitor.ts';

interface DemoPerson extends Pick<ByHand, 'fullName' | 'login' | 'role' | 'title'> {
  readonly organisation: string;
}

interface DemoDocument {
  /** File in `samples/`. */
  readonly sample: string;
  /** Under which it is uploaded. */
  readonly fileName: string;
  readonly publish: boolean;
}

interface DemoProvince {
  readonly code: string;
  readonly people: readonly DemoPerson[];
  readonly documents: readonly DemoDocument[];
}

type Names = readonly [
  office: string,
  leader: string,
  head: string,
  officer: string,
  supervisor: string,
  administrator: string,
  farming: string,
  home: string,
];

/** A person for each role, at the bodies of the province that such people work in. */
function peopleOf([office, leader, head, officer, supervisor, administrator, farming, home]: Names): DemoPerson[] {
  const finance = 'so-tai-chinh';
  const cabinet = 'van-phong-ubnd-tinh';
  const one = (login: string, fullName: string, role: ByHand['role'], title: string, organisation: string) => ({
    login,
    fullName,
    role,
    title,
    organisation,
  });
  return [
    one('van-phong', office, 'office', 'Chuyên viên Phòng Tổng hợp', cabinet),
    one('lanh-dao', leader, 'leader', 'Phó Chủ tịch Ủy ban nhân dân tỉnh', 'ubnd-tinh'),
    one('giam-doc', head, 'agency-lead', 'Giám đốc Sở Tài chính', finance),
    one('chuyen-vien', officer, 'officer', 'Chuyên viên Sở Tài chính', finance),
    one('giam-sat', supervisor, 'supervisor', 'Phó Trưởng Ban Kinh tế - Ngân sách', 'ban-kinh-te-ngan-sach-hdnd'),
    one('quan-tri', administrator, 'admin', 'Quản trị hệ thống', cabinet),
    one('giam-doc-nn', farming, 'agency-lead', 'Giám đốc Sở Nông nghiệp và Môi trường', 'so-nong-nghiep-va-moi-truong'),
    one('giam-doc-nv', home, 'agency-lead', 'Giám đốc Sở Nội vụ', 'so-noi-vu'),
  ];
}

/** The names are made up. */
export const DEMO: readonly DemoProvince[] = [
  {
    code: 'ha-tinh',
    people: peopleOf([
      'Nguyễn Thị Thu Hà',
      'Trần Đình Sơn',
      'Lê Quang Trung',
      'Phan Thị Hồng Nhung',
      'Võ Văn Hải',
      'Hoàng Anh Tuấn',
      'Nguyễn Văn Lâm',
      'Đặng Thị Thanh Bình',
    ]),
    documents: [
      {
        sample: '000_ab970b20f708788e.txt',
        fileName: 'Nghị quyết HĐND tỉnh Hà Tĩnh - nhiệm vụ năm 2021.txt',
        publish: false,
      },
      {
        sample: '002_2c9fae8ba58c7bbf.txt',
        fileName: 'Chương trình công tác UBND tỉnh Hà Tĩnh - năm 2021.txt',
        publish: true,
      },
      {
        sample: '003_d1ee38321d5e7781.txt',
        fileName: 'Nghị quyết Tỉnh ủy Hà Tĩnh - nhiệm vụ năm 2025.txt',
        publish: false,
      },
    ],
  },
  {
    code: 'hung-yen',
    people: peopleOf([
      'Đỗ Minh Phương',
      'Đào Xuân Bách',
      'Bùi Thị Lan Anh',
      'Trần Văn Khánh',
      'Phạm Thị Ngọc',
      'Vũ Đức Long',
      'Nguyễn Hữu Thịnh',
      'Lương Thị Mai',
    ]),
    documents: [
      {
        sample: '001_60299214c0c166e3.txt',
        fileName: 'Nghị quyết 01-NQ-TU Tỉnh ủy Hưng Yên - năm 2021.txt',
        publish: true,
      },
    ],
  },
  {
    code: 'gia-lai',
    people: peopleOf([
      'Lê Thị Kim Oanh',
      'Rơ Châm Kiên',
      'Nguyễn Văn Thành',
      'Rcom Thảo',
      "Ksor H'Liên",
      'Đặng Quốc Bảo',
      'Siu Hương',
      'Trịnh Công Sáu',
    ]),
    documents: [
      {
        sample: '004_c75703e15cdab346.txt',
        fileName: 'Nghị quyết Tỉnh ủy Gia Lai - năm 2021.txt',
        publish: true,
      },
    ],
  },
];

/** The organisations are those of that day and all that came of them since. */
const AS_OF = '2020-11-01';

/** Makes everything in an empty server. `samples`: the folder of the documents. */
export async function makeDemo({ app, services }: Running, samples: URL): Promise<void> {
  await Promise.all(DEMO.map((province) => makeOne(app, services, province, samples)));
}

async function makeOne(app: FastifyInstance, services: Services, province: DemoProvince, samples: URL): Promise<void> {
  const { code, people, documents } = province;
  const first = people.find(({ role }) => role === 'admin') as DemoPerson;
  const made = must(
    await makeProvince(services, code, { ...first, password: DEMO_PASSWORD, email: null }, { asOf: AS_OF }),
  );
  for (const person of people.filter((one) => one !== first)) {
    const given = { ...person, password: DEMO_PASSWORD, email: null, mustChange: false };
    must(await addByHand(services, made.provinceId, given));
  }
  const signIns = people.map(({ login, fullName, title }) => ({
    login,
    password: DEMO_PASSWORD,
    name: fullName,
    post: title,
  }));
  const setting: DemoSetting = { signIns };
  await writeSetting(services.database.scope(made.provinceId), 'demo', 0, { ...setting, signIns });
  const office = await Visitor.signIn(app, code, 'van-phong');
  await Promise.all(documents.map((document) => addDocument(office, document, samples)));
  await follow(app, code, office, dateIn(services.clock()));
}

async function addDocument(office: Visitor, document: DemoDocument, samples: URL): Promise<void> {
  const bytes = readFileSync(new URL(document.sample, samples));
  const path = `/documents?fileName=${encodeURIComponent(document.fileName)}`;
  const uploaded = await office.send<{ document: { id: string } }>('POST', path, bytes);
  const { id } = uploaded.document;
  await office.untilRead(id);
  if (document.publish) await publish(office, id);
}

/** What a careful office does: looks at all, accepts what is sure, and publishes knowing what is left. */
async function publish(office: Visitor, id: string): Promise<void> {
  type Item = { id: string; version: number; kind: string; doubtful: boolean; retired: string | null };
  const { items } = await office.send<{ items: Item[] }>('GET', `/documents/${id}/review`);
  const standing = items.filter(({ retired }) => retired === null);
  await office.send('POST', `/documents/${id}/review/seen`, { ids: standing.map((item) => item.id) });
  const sure = standing.filter(({ kind, doubtful }) => !doubtful && kind !== 'unread' && kind !== 'text-error');
  await office.send('POST', `/documents/${id}/review/decide`, {
    items: sure.map(({ id: item, version }) => ({ id: item, version })),
    decision: 'accepted',
  });
  type Preview = { title: string; year: number | null; effectiveOn: string; warnings: { code: string }[] };
  const preview = await office.send<Preview>('GET', `/documents/${id}/publish`);
  const year = preview.year ?? 2021;
  await office.send('POST', `/documents/${id}/publish`, {
    planId: null,
    title: preview.title,
    yearFrom: year,
    yearTo: year,
    role: 'base',
    effectiveOn: preview.effectiveOn,
    accepted: preview.warnings.map(({ code }) => code),
  });
}

function must<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly en: string } },
): T {
  if (!result.ok) throw new Error(result.error.en);
  return result.value;
}
