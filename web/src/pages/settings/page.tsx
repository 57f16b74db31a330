/** Settings and machine tokens (Cài đặt). */
import { Page } from '../../frame/page.tsx';
import { EmptyState } from '../../ui/states.tsx';

export default function SettingsPage() {
  return (
    <Page title="Cài đặt">
      <EmptyState title="Chưa có gì để hiển thị" />
    </Page>
  );
}
