/** The first page (Tổng quan): who one is here, and the next step that the post may take. */
import { Link } from '@tanstack/react-router';
import { useMe } from '../../api/session.ts';
import { Page } from '../../frame/page.tsx';
import { placesFor } from '../../frame/places.ts';
import { Icon } from '../../ui/icon.tsx';
import { PROVINCE_KIND_WORDS } from '../../words/words.ts';
import styles from './home.module.css';

/** What each part is for, in the words of who works in it. */
const STEPS: Readonly<Record<string, string>> = {
  '/van-ban': 'Nghị quyết, chương trình, kế hoạch của tỉnh; đọc văn bản và rà soát kết quả đọc.',
  '/chi-tieu': 'Các chỉ tiêu theo thứ tự của nghị quyết, kèm câu văn gốc.',
  '/nhiem-vu': 'Nhiệm vụ đã giao, cơ quan chủ trì, phối hợp và thời hạn.',
  '/danh-muc': 'Cơ quan, đơn vị, chức danh qua các thời kỳ.',
  '/quan-tri': 'Người dùng, nhật ký thay đổi và cài đặt của hệ thống.',
};

export default function HomePage() {
  const me = useMe();
  const places = placesFor(me.rights).filter((place) => place.path !== '/');
  const province = `${PROVINCE_KIND_WORDS[me.province.kind]} ${me.province.name}`;
  return (
    <Page
      title="Tổng quan"
      about={
        me.post
          ? `${me.person.fullName}, ${me.post.title}, ${me.post.organisation.name}.`
          : `${me.person.fullName} chưa giữ chức danh nào ở ${province}. Hãy liên hệ người quản trị hệ thống.`
      }
    >
      <ul className={styles.places}>
        {places.map((place) => (
          <li key={place.path}>
            <Link to={place.to} className={styles.place}>
              <Icon name={place.icon} size={22} />
              <span>
                <strong>{place.label}</strong>
                <span>{STEPS[place.path]}</span>
              </span>
              <Icon name="chevronRight" />
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
