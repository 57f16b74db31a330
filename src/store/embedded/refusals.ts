/** Why the embedded database cannot be started: one sentence a person can act on, Vietnamese first, English second. */
import { type StoreRefusal, storeRefusal } from '../refusals.ts';

export { type StoreRefusal, storeRefusal } from '../refusals.ts';

/** What PostgreSQL or the system said, and what it means for a person; the first that matches is taken. */
const MEANINGS: readonly (readonly [RegExp, string, string, string])[] = [
  [
    /No space left on device|Check free disk space|Disk quota exceeded|ENOSPC|EDQUOT/,
    'disk-full',
    'Ổ đĩa đã đầy',
    'The disk is full',
  ],
  [
    /Read-only file system|EROFS|ENOENT.*mkdir/,
    'not-permitted',
    'Ổ đĩa không có hoặc chỉ cho đọc',
    'The disk is missing or read-only',
  ],
  [
    /error while loading shared libraries|Library not loaded|ENOENT.*postgres/,
    'no-binaries',
    'Gói PostgreSQL kèm theo cài chưa đủ tệp (chạy lại `npm ci` và cho phép script cài đặt)',
    'The PostgreSQL package is not completely installed (run `npm ci` again with its install script allowed)',
  ],
  [
    /could not create shared memory|Cannot allocate memory|could not map anonymous/,
    'no-memory',
    'Không đủ bộ nhớ cho cơ sở dữ liệu',
    'There is not enough memory for the database',
  ],
  [
    /Address already in use|could not create any TCP/,
    'no-port',
    'Không mở được cổng nào trên 127.0.0.1 cho cơ sở dữ liệu',
    'No port of 127.0.0.1 could be opened for the database',
  ],
  [
    /lock file .* already exists|pre-existing shared memory block/,
    'in-use',
    'Một tiến trình PostgreSQL khác vẫn đang giữ thư mục cơ sở dữ liệu',
    'Another PostgreSQL process still holds the folder of the database',
  ],
  [
    /Permission denied|Operation not permitted|EACCES|EPERM|has wrong ownership/,
    'not-permitted',
    'Không đủ quyền đọc, ghi hoặc chạy tệp của cơ sở dữ liệu',
    'Files of the database may not be read, written or run',
  ],
];

/** Date, time, zone and process, as the server writes them before each line. */
const LOG_PREFIX = /^[-\d]+ [:.\d]+ \w+ \[\d+\] /;

/**
 * One sentence for a start that failed, with the telling words of PostgreSQL or of the system in brackets.
 * @param words lines of standard error, or the message of a system error
 */
export function explain(words: string): StoreRefusal {
  const lines = words.split('\n').map((line) => line.replace(LOG_PREFIX, '').trim());
  const telling = lines.filter((line) => /FATAL|PANIC|error|could not/i.test(line)).slice(0, 2);
  const last = (telling.length > 0 ? telling : lines.filter((line) => line !== '').slice(-3)).join(' | ');
  const [, code, vi, en] = MEANINGS.find(([pattern]) => pattern.test(words)) ?? [
    null,
    'start-failed',
    'Không khởi động được cơ sở dữ liệu kèm theo',
    'The embedded database could not be started',
  ];
  return storeRefusal(code, `${vi} (${last}).`, `${en} (${last}).`);
}

/** The refusal for an error that the system threw (`ENOSPC`, `EACCES` …), or null for a mistake of our own. */
export function explainSystemError(error: unknown): StoreRefusal | null {
  const isSystemError = error instanceof Error && 'syscall' in error && 'code' in error;
  return isSystemError ? explain(error.message) : null;
}
