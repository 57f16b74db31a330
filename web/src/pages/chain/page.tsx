/** The chain of documents (chuỗi văn bản). */
import { Page } from '../../frame/page.tsx';
import { EmptyState } from '../../ui/states.tsx';

export default function ChainPage() {
  return (
    <Page title="Chuỗi văn bản">
      <EmptyState title="Chưa có gì để hiển thị" />
    </Page>
  );
}
