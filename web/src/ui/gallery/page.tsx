/** Every part of the kit on one page (bộ mẫu), for whoever builds pages; linked from nowhere. */
import { useState } from 'react';
import { useTitle } from '../../frame/page.tsx';
import { chooseTheme, THEME_WORDS, THEMES, type Theme, useTheme } from '../../frame/theme.ts';
import { Segments } from '../choice.tsx';
import { KeySheet } from '../key-sheet.tsx';
import { Tabs } from '../tabs.tsx';
import { DataPart } from './data-part.tsx';
import styles from './gallery.module.css';
import { InputPart } from './input-part.tsx';
import { OverlayPart } from './overlay-part.tsx';
import { StatePart } from './state-part.tsx';

const PARTS = [
  { id: 'nhap', label: 'Ô nhập', part: InputPart },
  { id: 'du-lieu', label: 'Bảng và cây', part: DataPart },
  { id: 'trang-thai', label: 'Trạng thái', part: StatePart },
  { id: 'lop-tren', label: 'Lớp trên', part: OverlayPart },
];

export default function GalleryPage() {
  const theme = useTheme();
  const [chosen, setChosen] = useState(() => window.location.hash.slice(1) || 'nhap');
  useTitle('Bộ mẫu');
  const Part = PARTS.find((one) => one.id === chosen)?.part ?? InputPart;
  return (
    <main className={styles.gallery}>
      <header className={styles.head}>
        <h1>Bộ mẫu</h1>
        <Segments
          label="Giao diện"
          choices={THEMES.map((one) => ({ value: one, label: THEME_WORDS[one] }))}
          value={theme}
          onChoose={(one) => chooseTheme(one as Theme)}
        />
      </header>
      <Tabs label="Nhóm thành phần" tabs={PARTS} chosen={chosen} onChoose={setChosen}>
        <div className={styles.part}>
          <Part />
        </div>
      </Tabs>
      <KeySheet />
    </main>
  );
}
