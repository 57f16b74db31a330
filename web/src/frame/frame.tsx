/** What stands around every page (khung): the rail of parts, the bar above, the bar below on a phone, what was done. */
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../api/session.ts';
import { KeySheet } from '../ui/key-sheet.tsx';
import { BottomBar } from './bottom-bar.tsx';
import styles from './frame.module.css';
import { recall, remember } from './memory.ts';
import { NetworkBand } from './network-band.tsx';
import { placesFor } from './places.ts';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';

export function Frame() {
  const me = useMe();
  const places = placesFor(me.rights);
  const [narrow, setNarrow] = useState(() => recall('rail') === 'narrow');
  const path = useRouterState({ select: (state) => state.location.pathname });
  const main = useRef<HTMLElement>(null);
  const arrived = useRef(path);

  useEffect(() => {
    if (arrived.current === path) return;
    arrived.current = path;
    // A new page begins at its beginning, for eyes and for ears.
    main.current?.focus({ preventScroll: true });
  }, [path]);

  return (
    <div className={styles.frame} data-rail={narrow ? 'narrow' : 'wide'}>
      <a className={styles.skip} href="#noi-dung">
        Đến nội dung chính
      </a>
      <Rail
        places={places}
        narrow={narrow}
        onNarrow={() => {
          remember('rail', narrow ? null : 'narrow');
          setNarrow(!narrow);
        }}
      />
      <div className={styles.column}>
        <TopBar places={places} />
        <NetworkBand />
        <main ref={main} id="noi-dung" tabIndex={-1} className={styles.main}>
          <Outlet />
        </main>
      </div>
      <BottomBar places={places} />
      <KeySheet />
    </div>
  );
}
