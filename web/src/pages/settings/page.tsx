/** Settings of the province (Cài đặt): its name, rules of sign-in, the mail, tokens of machines. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { Page } from '../../frame/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { General } from './general.tsx';
import { Mail } from './mail.tsx';
import type { SettingsSearch } from './search.ts';
import styles from './settings.module.css';
import { Provider, SecondFactor } from './sign-in.tsx';
import { Tokens } from './tokens.tsx';
import { Webhooks } from './webhooks.tsx';
import { WorkingDays } from './working-days.tsx';

const route = getRouteApi('/khung/quan-tri/cai-dat');

const TABS = [
  { id: 'chung', label: 'Chung' },
  { id: 'dang-nhap', label: 'Đăng nhập' },
  { id: 'thu', label: 'Thư điện tử' },
  { id: 'ma-truy-cap', label: 'Mã truy cập cho máy' },
  { id: 'webhook', label: 'Webhook' },
];

export default function SettingsPage() {
  const { phan = 'chung' } = route.useSearch() as SettingsSearch;
  const navigate = useNavigate();
  const settings = useQuery(read('GET /settings'));
  return (
    <Page title="Cài đặt">
      <Tabs
        label="Các phần của cài đặt"
        tabs={TABS}
        chosen={phan}
        onChoose={(id) => void navigate({ to: '/quan-tri/cai-dat', search: { phan: id } as never, replace: true })}
      >
        <div className={styles.parts}>
          {settings.error ? <ErrorState {...explain(settings.error)} onRetry={() => void settings.refetch()} /> : null}
          {settings.isPending ? <Skeleton lines={6} /> : null}
          {settings.data && phan === 'chung' ? (
            <>
              <General key={settings.data.province.version} settings={settings.data} />
              <WorkingDays key={`c${settings.data.calendar.version}`} settings={settings.data} />
            </>
          ) : null}
          {settings.data && phan === 'dang-nhap' ? (
            <>
              <SecondFactor key={`f${settings.data.signIn.version}`} settings={settings.data} />
              <Provider key={`p${settings.data.oidc.version}`} settings={settings.data} />
            </>
          ) : null}
          {settings.data && phan === 'thu' ? <Mail configured={settings.data.mail.configured} /> : null}
          {phan === 'ma-truy-cap' ? <Tokens /> : null}
          {phan === 'webhook' ? <Webhooks /> : null}
        </div>
      </Tabs>
    </Page>
  );
}
