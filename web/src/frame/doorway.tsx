/** The page before the frame (cửa vào): sign-in and the first run, one narrow sheet under the sign of Bám Sát. */
import type { ReactNode } from 'react';
import { Brand } from './brand.tsx';
import styles from './doorway.module.css';
import { NetworkBand } from './network-band.tsx';
import { useTitle } from './page.tsx';

export interface DoorwayProps {
  readonly title: string;
  readonly about?: ReactNode;
  readonly children: ReactNode;
  /** Stands under the sheet. */
  readonly below?: ReactNode;
}

export function Doorway({ title, about, children, below }: DoorwayProps) {
  useTitle(title);
  return (
    <div className={styles.doorway}>
      <NetworkBand />
      <header className={styles.head}>
        <Brand />
        <p>Theo kế hoạch của tỉnh từ câu chữ nghị quyết đến kết quả</p>
      </header>
      <main className={styles.sheet}>
        <h1>{title}</h1>
        {about ? <p className={styles.about}>{about}</p> : null}
        {children}
      </main>
      {below}
    </div>
  );
}
