/** People and their posts (Người dùng). */
import { Page } from '../../frame/page.tsx';
import { EmptyState } from '../../ui/states.tsx';

export default function PeoplePage() {
  return (
    <Page title="Người dùng">
      <EmptyState title="Chưa có gì để hiển thị" />
    </Page>
  );
}
