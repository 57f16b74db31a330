/** Where one is (đang xem): the province, and the plan, which can be changed: `Kế hoạch năm 2025 · tỉnh Hà Tĩnh`. */
import { useMe } from '../api/session.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu, MenuItem, MenuTitle } from '../ui/menu.tsx';
import { PROVINCE_KIND_WORDS } from '../words/words.ts';
import { usePlan } from './plan.ts';
import { yearsOf } from './plan-choice.ts';
import styles from './top-bar.module.css';

export function PlaceSwitch() {
  const { province } = useMe();
  const { plan, plans, choose } = usePlan();
  const where = `${PROVINCE_KIND_WORDS[province.kind]} ${province.name}`;
  if (!plan) return <p className={styles.where}>{where}</p>;
  return (
    <div className={styles.where}>
      <Menu
        label="Chọn kế hoạch"
        trigger={(props) => (
          <button {...props} type="button" className={styles.plan}>
            <span>
              <strong>Kế hoạch {yearsOf(plan)}</strong>
              <span className={styles.region}> · {where}</span>
            </span>
            <Icon name="chevronDown" size={14} />
          </button>
        )}
      >
        <MenuTitle>Kế hoạch đang xem</MenuTitle>
        {plans.map((one) => (
          <MenuItem key={one.id} checked={one.id === plan.id} onChoose={() => choose(one.id)}>
            {one.title}
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}
