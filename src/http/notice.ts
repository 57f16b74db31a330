/** Notices of a post, and what a person wants to be written of. */
import { routes } from '#contract/routes.ts';
import { countNotices, readNotices, readOff } from '#usecase/notice-read.ts';
import { changeNoticeSetting, readNoticeSetting } from '#usecase/notice-setting.ts';
import { type Binding, binding } from './bind.ts';

export function noticeBindings(): Binding[] {
  const at = <K extends keyof typeof routes>(key: K) => [key, routes[key]] as const;
  return [
    binding(...at('GET /notices'), readNotices),
    binding(...at('GET /notices/count'), countNotices),
    binding(...at('POST /notices/read'), readOff),
    binding(...at('GET /notices/settings'), readNoticeSetting),
    binding(...at('PUT /notices/settings'), changeNoticeSetting),
  ];
}
