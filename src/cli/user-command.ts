/** `bamsat user`: help for sign-in where no administrator can give it any more. */
import { randomInt } from 'node:crypto';
import type { Refusal } from '#base/refusal.ts';
import { err, ok, type Result } from '#base/result.ts';
import { ROLE_NAMES, ROLES } from '#plan/rights.ts';
import { openOffline } from '#server/offline.ts';
import { findProvince } from '#store/provinces.ts';
import { addByHand, listByHand, resetByHand, unlockByHand } from '#usecase/person-by-hand.ts';
import type { Services } from '#usecase/services.ts';
import { complain, print } from './output.ts';
import { refusalLine } from './refusal.ts';
import { quietLog, settingsOf } from './settings.ts';

export interface UserOrder {
  readonly kind: 'user';
  readonly config: string | null;
  readonly action: 'list' | 'add' | 'reset' | 'unlock';
  readonly login: string | null;
  readonly province: string;
  /** Of `add`. */
  readonly name: string | null;
  readonly role: string | null;
  readonly email: string | null;
}

export async function runUser(order: UserOrder): Promise<number> {
  const config = settingsOf(order.config);
  if (!config.ok) return refuse(config.error, 2);
  const offline = await openOffline(config.value, quietLog);
  if (!offline.ok) return refuse(offline.error);
  const { services, close } = offline.value;
  try {
    const province = await findProvince(services.database, order.province);
    if (!province) return refuse(unknownProvince(order.province));
    const said = await carryOut(services, province.provinceId, order);
    if (!said.ok) return refuse(said.error);
    await print(said.value);
    return 0;
  } finally {
    await close();
  }
}

async function carryOut(services: Services, provinceId: number, order: UserOrder): Promise<Result<string, Refusal>> {
  const login = order.login ?? '';
  const password = makePassword();
  switch (order.action) {
    case 'list': {
      const people = await listByHand(services, provinceId);
      const lines = people.map(({ login: name, fullName, state, posts, hasTotp, lockedUntil }) =>
        [
          name,
          fullName,
          posts.map(({ title, role }) => `${title} (${role})`).join(', ') || '–',
          state === 'active' ? 'đang dùng' : 'ngừng sử dụng',
          ...(hasTotp ? ['có mã xác thực'] : []),
          ...(lockedUntil !== null && lockedUntil > services.clock().toISOString() ? [`khóa đến ${lockedUntil}`] : []),
        ].join('\t'),
      );
      return ok(`${lines.join('\n')}\n`);
    }
    case 'add': {
      const role = ROLES.find((one) => one === (order.role ?? 'admin'));
      if (order.name === null) return err({ vi: 'thiếu --name HỌ-TÊN', en: '--name is missing' });
      if (!role) return err({ vi: `--role nhận: ${ROLES.join(', ')}`, en: `--role takes: ${ROLES.join(', ')}` });
      const given = { fullName: order.name, login, password, email: order.email, role, title: ROLE_NAMES[role] };
      const done = await addByHand(services, provinceId, { ...given, mustChange: true });
      return done.ok ? ok(secretLine(login, password)) : done;
    }
    case 'reset': {
      const done = await resetByHand(services, provinceId, login, password);
      return done.ok ? ok(secretLine(login, password)) : done;
    }
    case 'unlock': {
      const done = await unlockByHand(services, provinceId, login);
      return done.ok ? ok(`${login}: đã mở khóa\n`) : done;
    }
  }
}

/** Shown once and never kept; whoever signs in with it must choose their own. */
function secretLine(login: string, password: string): string {
  return `${login}: mật khẩu tạm ${password} (phải đổi khi đăng nhập)\n`;
}

/** Four groups of letters and digits that nobody takes for each other: 80 bits. */
function makePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const all = Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join('');
  return (all.match(/.{4}/g) ?? []).join('-');
}

export function unknownProvince(slug: string): Refusal {
  return { vi: `máy chủ này không có tỉnh “${slug}”`, en: `this server has no province “${slug}”` };
}

function refuse(refused: Refusal, code = 1): number {
  complain(refusalLine(refused));
  return code;
}
