/** Which columns a table shows (chọn cột): a menu, remembered in this browser for each table. */
import { useState } from 'react';
import { recall, remember } from '../../frame/memory.ts';
import { IconButton } from '../button.tsx';
import { Menu, MenuItem, MenuTitle } from '../menu.tsx';
import { type Column, shownColumns } from './model.ts';

export interface ColumnChoice<Row> {
  readonly shown: readonly Column<Row>[];
  readonly away: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
}

/** The columns of the table called `name` that the person wants to see. */
export function useColumnChoice<Row>(name: string, columns: readonly Column<Row>[]): ColumnChoice<Row> {
  const [away, setAway] = useState<ReadonlySet<string>>(() => {
    const kept = recall(`columns.${name}`);
    const first = columns.filter((column) => column.away).map((column) => column.id);
    return new Set(kept === null ? first : kept.split(' '));
  });
  return {
    away,
    shown: shownColumns(columns, away),
    toggle: (id) => {
      const next = new Set(away);
      if (!next.delete(id)) next.add(id);
      remember(`columns.${name}`, [...next].join(' '));
      setAway(next);
    },
  };
}

export function ColumnMenu<Row>({
  columns,
  choice,
}: {
  readonly columns: readonly Column<Row>[];
  readonly choice: ColumnChoice<Row>;
}) {
  return (
    <Menu
      label="Chọn cột"
      placement={{ align: 'end' }}
      trigger={(props) => <IconButton {...props} icon="columns" label="Chọn cột" />}
    >
      <MenuTitle>Cột hiển thị</MenuTitle>
      {columns.map((column) => (
        <MenuItem
          key={column.id}
          checked={column.fixed === true || !choice.away.has(column.id)}
          disabled={column.fixed}
          stays
          onChoose={() => choice.toggle(column.id)}
        >
          {column.head}
        </MenuItem>
      ))}
    </Menu>
  );
}
