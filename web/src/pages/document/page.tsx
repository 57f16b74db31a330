/** One document (văn bản). */
import { Page } from '../../frame/page.tsx';
import { EmptyState } from '../../ui/states.tsx';

export default function DocumentPage() {
  return (
    <Page title="Văn bản">
      <EmptyState title="Chưa có gì để hiển thị" />
    </Page>
  );
}
