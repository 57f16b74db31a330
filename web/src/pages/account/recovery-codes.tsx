/** Recovery codes (mã dự phòng), shown once: to be written down or saved before going on. */
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Notice } from '../../ui/states.tsx';
import styles from './account.module.css';

export interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

function save(codes: readonly string[]): void {
  const address = URL.createObjectURL(new Blob([`${codes.join('\n')}\n`], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'ma-du-phong-bam-sat.txt';
  link.click();
  URL.revokeObjectURL(address);
}

export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  return (
    <>
      <Notice tone="amber">
        Hãy lưu các mã dự phòng này ở nơi an toàn. Mỗi mã dùng được một lần khi bạn không có ứng dụng xác thực. Các mã
        chỉ hiện một lần này.
      </Notice>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <ButtonRow>
        <Button icon="download" onClick={() => save(codes)}>
          Tải về
        </Button>
        <Button kind="main" onClick={onKept}>
          Tôi đã lưu
        </Button>
      </ButtonRow>
    </>
  );
}
