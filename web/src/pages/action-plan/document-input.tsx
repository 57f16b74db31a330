/** A document of the library, found by its symbol or its words. */
import { call } from '../../api/client.ts';
import { Combobox, type Option } from '../../ui/combobox.tsx';

export function DocumentInput({
  value,
  onChoose,
  only,
}: {
  readonly value: Option | null;
  readonly onChoose: (option: Option | null) => void;
  /** Only documents that were read. */
  readonly only?: 'read' | undefined;
}) {
  const find = async (typed: string, signal: AbortSignal): Promise<Option[]> => {
    const text = typed.trim();
    const query = {
      limit: 20,
      sort: 'uploaded' as const,
      ...(text === '' ? {} : { text }),
      ...(only ? { state: only } : {}),
    };
    const { items } = await call('GET /documents', { query, signal });
    return items.map((one) => ({
      value: one.id,
      label: [one.symbol, one.title].filter(Boolean).join(' – ') || one.fileName,
      hint: [one.type, one.issuer].filter(Boolean).join(', ') || undefined,
    }));
  };
  return (
    <Combobox
      value={value}
      onChoose={onChoose}
      options={find}
      placeholder="Số, ký hiệu hoặc tên văn bản"
      none="Thư viện không có văn bản nào khớp"
    />
  );
}
