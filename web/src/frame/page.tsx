/** The head of a page (đầu trang) and its width: title, where it stands, what can be done on it. */
import { Link, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useMe } from '../api/session.ts';
import { Breadcrumbs, type Crumb } from '../ui/breadcrumbs.tsx';
import { ButtonRow } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import styles from './page.module.css';
import { placeOf, placesFor } from './places.ts';

/** The words on the browser's tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Bám Sát' : `${title} · Bám Sát`;
  }, [title]);
}

export interface PageProps {
  readonly title: string;
  readonly crumbs?: readonly Crumb[] | undefined;
  /** One quiet line under the title. */
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  /** The whole width: tables, the review. Else at most 1,440 px. */
  readonly wide?: boolean | undefined;
  readonly children: ReactNode;
}

export function Page({ title, crumbs, about, actions, wide, children }: PageProps) {
  useTitle(title);
  return (
    <div className={cx(styles.page, wide && styles.wide)}>
      {crumbs ? <Breadcrumbs crumbs={crumbs} /> : null}
      <header className={styles.head}>
        <div>
          <h1>{title}</h1>
          {about ? <p className={styles.about}>{about}</p> : null}
        </div>
        {actions ? <ButtonRow>{actions}</ButtonRow> : null}
      </header>
      <SubNav />
      {children}
    </div>
  );
}

/** The pages of one part side by side: `Người dùng · Nhật ký · Cài đặt`. */
function SubNav() {
  const { rights } = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const place = placeOf(path, placesFor(rights));
  if (!place?.parts || place.parts.length < 2) return null;
  const here = placeOf(path, place.parts);
  return (
    <nav aria-label={place.label}>
      <ul className={styles.parts}>
        {place.parts.map((part) => (
          <li key={part.path}>
            <Link
              to={part.path}
              activeOptions={{ exact: true }}
              className={styles.part}
              aria-current={part === here ? 'page' : undefined}
            >
              {part.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A surface with a title of its own. */
export function Section({
  title,
  actions,
  children,
}: {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.section}>
      <header className={styles.sectionHead}>
        <h2>{title}</h2>
        {actions}
      </header>
      {children}
    </section>
  );
}
