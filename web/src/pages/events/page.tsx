/** The log of events (Nhật ký). */
import { Page } from '../../frame/page.tsx';
import { EmptyState } from '../../ui/states.tsx';

export default function EventsPage() {
  return (
    <Page title="Nhật ký">
      <EmptyState title="Chưa có gì để hiển thị" />
    </Page>
  );
}
