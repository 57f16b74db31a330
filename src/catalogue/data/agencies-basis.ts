/** Legal bases and days that rows of provincial bodies share. */
import type { Succession } from '../agencies-model.ts';

export const OLD = 'NĐ 24/2014/NĐ-CP, NĐ 107/2020/NĐ-CP';
export const NEW = 'NĐ 45/2025/NĐ-CP, NĐ 150/2025/NĐ-CP';
export const GENERAL = 'general knowledge of the administration, to be confirmed';
export const REFORM = '2025-03-01';
export const TWO_TIER = '2025-07-01';

export const merged = (code: string, from: string = REFORM, basis: string = NEW): Succession => ({ code, from, basis });
