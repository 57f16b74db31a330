/** Which part of the settings is open stands in the address. */
import { kept, oneOf, type Raw } from '../../router/search.ts';

export const PARTS = ['chung', 'dang-nhap', 'thu', 'ma-truy-cap', 'webhook'] as const;

export function settingsSearch(raw: Raw) {
  return kept({ phan: oneOf(raw, 'phan', PARTS) });
}
export type SettingsSearch = ReturnType<typeof settingsSearch>;
