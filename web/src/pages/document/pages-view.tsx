/** The pages of the file as pictures (ảnh trang), fetched as they come into sight. */
import { addressOf } from '../../api/client.ts';
import styles from './document.module.css';
import type { DocumentText } from './text-view.tsx';

export function PagesView({ id, pages }: { readonly id: string; readonly pages: DocumentText['pages'] }) {
  return (
    <ol className={styles.pages}>
      {pages.map((page) => (
        <li key={page.number}>
          <img
            src={addressOf('GET /documents/:id/pages/:page.png', { params: { id, page: page.number }, query: {} })}
            alt={`Trang ${page.number}`}
            width={Math.round(page.width)}
            height={Math.round(page.height)}
            loading="lazy"
          />
          <p>
            Trang {page.number}
            {page.source === 'ocr' ? ' · chữ nhận dạng từ ảnh' : ''}
          </p>
        </li>
      ))}
    </ol>
  );
}
