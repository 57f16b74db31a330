/** A link to set a password, shown once to who hands it over (liên kết đặt mật khẩu). */
import { useState } from 'react';
import { formatInstant } from '../../format/instant.ts';
import { Button } from '../../ui/button.tsx';
import styles from './people.module.css';

export interface GivenLinkProps {
  readonly link: string;
  readonly expiresAt: string | null;
}

export function GivenLink({ link, expiresAt }: GivenLinkProps) {
  const [copied, setCopied] = useState(false);
  return (
    <div className={styles.form}>
      <p>
        Trao liên kết này tận tay người dùng để đặt mật khẩu. Liên kết chỉ hiện một lần và chỉ dùng được một lần
        {expiresAt ? `, đến ${formatInstant(expiresAt)}` : ''}.
      </p>
      <p className={styles.link}>{link}</p>
      <div>
        <Button
          icon={copied ? 'check' : 'link'}
          onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}
        >
          {copied ? 'Đã sao chép' : 'Sao chép'}
        </Button>
      </div>
    </div>
  );
}
