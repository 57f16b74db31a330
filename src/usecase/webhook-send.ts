/**
 * One telling over HTTP (gửi webhook): signed, in bounded time, to an address that is somebody else's. Addresses inside
 * the server's own network are refused where the connection is made, so that a name that leads there does not help; no
 * redirect is followed, and of the answer only the status counts.
 */
import { createHmac } from 'node:crypto';
import { type LookupAddress, lookup as lookUp } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP } from 'node:net';
import { type Problem, problem } from '#contract/problem.ts';

export interface SendRules {
  /** Addresses inside the own network, and http. */
  readonly allowPrivate: boolean;
  readonly seconds: number;
}

export interface Sent {
  /** Of the answer; null when none came. */
  readonly status: number | null;
  /** Why it does not count as told; null: it does. */
  readonly error: string | null;
}

const OURS = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  OURS.addSubnet(net, bits, 'ipv4');
/** Of IPv6 only what is given to the world, without the parts that carry another address inside. */
const WORLD = new BlockList();
WORLD.addSubnet('2000::', 3, 'ipv6');
const CARRIERS = new BlockList();
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  CARRIERS.addSubnet(net, bits, 'ipv6');

/** True for an address that only the own network has: loopback, private, link-local, carrier, reserved. */
export function isPrivateAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return OURS.check(address, 'ipv4');
  if (version === 6) return !WORLD.check(address, 'ipv6') || CARRIERS.check(address, 'ipv6');
  return true;
}

/** The name or the bare address of the host. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** Why the address can't be kept, as far as it can be told without asking anybody. */
export function wrongAddress(text: string, { allowPrivate }: SendRules): Problem | null {
  const field = (code: string, vi: string, en: string) => problem(422, code, vi, en, { fields: { url: { vi, en } } });
  if (!URL.canParse(text)) return field('bad-address', 'Địa chỉ không đúng dạng.', 'This is no address.');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.hash !== '')
    return field('bad-address', 'Địa chỉ không được kèm tài khoản, mật khẩu hay dấu #.', 'No account, no fragment.');
  if (allowPrivate) return null;
  if (url.protocol !== 'https:')
    return field('https-needed', 'Địa chỉ phải bắt đầu bằng https://.', 'The address must be https.');
  const host = hostOf(url);
  const inside = isIP(host) !== 0 ? isPrivateAddress(host) : /(?:^|\.)localhost\.?$/i.test(host) || !host.includes('.');
  if (!inside) return null;
  return field(
    'private-address',
    'Không gửi được đến địa chỉ trong mạng nội bộ của máy chủ.',
    'Addresses inside the own network of the server are not allowed.',
  );
}

class Refused extends Error {}

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** As the system looks names up, but names that lead inside are refused: all addresses of the name count. */
function lookUpOutside(host: string, options: { readonly all?: boolean | undefined }, found: Found): void {
  lookUp(host, { ...options, all: true }, (error, addresses) => {
    if (error) return found(error, []);
    if (addresses.length === 0 || addresses.some(({ address }) => isPrivateAddress(address)))
      return found(new Refused(INSIDE), []);
    const [first] = addresses as [LookupAddress];
    if (options.all) return found(null, addresses);
    return found(null, first.address, first.family);
  });
}

const INSIDE = 'Địa chỉ thuộc mạng nội bộ của máy chủ, không được phép gửi';
/** More than this of an answer is not read. */
const MOST_ANSWER = 64 * 1024;

/** `t=…,v1=…`: seconds since 1970, and HMAC-SHA256 of `t.body` under the secret, in hexadecimal digits. */
export function signatureOf(secret: string, body: string, at: Date): string {
  const t = Math.floor(at.getTime() / 1000);
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`, 'utf8').digest('hex')}`;
}

export interface Message {
  readonly url: string;
  readonly secret: string;
  readonly id: string;
  readonly kind: string;
  readonly body: string;
}

/** Never rejects: what went wrong is told in words. */
export function sendSigned(message: Message, rules: SendRules, now: Date): Promise<Sent> {
  const wrong = wrongAddress(message.url, rules);
  if (wrong) return Promise.resolve({ status: null, error: wrong.vi });
  const url = new URL(message.url);
  const bytes = Buffer.from(message.body, 'utf8');
  return new Promise((resolve) => {
    let status: number | null = null;
    const fail = (error: unknown) => resolve({ status, error: wordsOf(error, rules.seconds) });
    try {
      const send = url.protocol === 'https:' ? requestHttps : requestHttp;
      const request = send(
        url,
        {
          method: 'POST',
          agent: false,
          signal: AbortSignal.timeout(rules.seconds * 1000),
          ...(rules.allowPrivate ? {} : { lookup: lookUpOutside as never }),
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'content-length': bytes.length,
            'user-agent': 'Bam-Sat-Webhook/1',
            'x-bam-sat-signature': signatureOf(message.secret, message.body, now),
            'x-bam-sat-delivery': message.id,
            'x-bam-sat-event': message.kind,
          },
        },
        (response) => {
          status = response.statusCode ?? null;
          let read = 0;
          const done = () => resolve({ status, error: errorOf(status) });
          response.on('data', (part: Buffer) => {
            read += part.length;
            if (read <= MOST_ANSWER) return;
            done();
            request.destroy();
          });
          response.on('end', done);
          response.on('error', fail);
        },
      );
      request.on('error', fail);
      request.end(bytes);
    } catch (error) {
      fail(error);
    }
  });
}

function errorOf(status: number | null): string | null {
  if (status !== null && status >= 200 && status < 300) return null;
  if (status !== null && status >= 300 && status < 400) return `Trả lời ${status}: chuyển hướng không được đi theo`;
  return `Trả lời ${status ?? ''}`.trim();
}

function wordsOf(error: unknown, seconds: number): string {
  if (error instanceof Refused) return error.message;
  const { name, code } = error as { readonly name?: string; readonly code?: string };
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ABORT_ERR')
    return `Quá ${seconds} giây không trả lời`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'Không tìm thấy máy chủ của địa chỉ này';
  if (code === 'ECONNREFUSED') return 'Máy chủ đó không nhận kết nối';
  return `Không gửi được (${code ?? 'lỗi kết nối'})`;
}
