/** Names of indicators: cut out of the words around a number, cleaned of verbs and fillers, completed from a parent. */

/** Words that head the name of an indicator which can stand alone. */
const HEAD =
  /^(?:thuế|lệ phí|phí|tiền|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tỷ suất|số|tổng|mức|tốc độ|diện tích|giá trị|kim ngạch|thu|chi|vốn|nguồn vốn|sản lượng|năng suất|chỉ số|doanh thu|thu nhập|grdp|gdp|quy mô|bình quân|độ|công suất|dư nợ|huy động|nợ|lượng|lượt|hệ số|cơ cấu|khối lượng|giải ngân|kinh phí|chất lượng|tuổi thọ|trữ lượng|thời gian|tăng trưởng|kinh tế|lao động|dân số|mật độ|xếp hạng|thứ hạng|thứ bậc|điểm|lưu lượng|nhu cầu|lợi nhuận|lãi|đầu tư|xuất khẩu|nhập khẩu|khách|doanh số|dự toán|hộ|xã|đàn|tổng đàn|sự|việc|đào tạo|tuyển sinh|phát triển|hoàn thành|thành lập|xây dựng|người|trẻ|học sinh|cán bộ|đơn vị|cơ quan|doanh nghiệp|hợp tác xã|dự án|chi phí|tiêu thụ|khai thác|chăn nuôi|sử dụng|nước|điện|mỗi|tiết kiệm)(?![\p{L}])/iu;

/** True when a name can stand without its parent. */
export function standsAlone(name: string): boolean {
  return HEAD.test(name);
}

const FILLERS: readonly RegExp[] = [
  /^[\s,;:.\-–—+•)\]"”]+/,
  /^\(?\d{1,2}\)\s*|^\d{1,2}\s(?=\p{Lu}\p{Ll})/u,
  /^(?:trong đó|trong đó có|không kể|chưa kể|không bao gồm|chưa bao gồm|bao gồm|gồm|cụ thể|cụ thể là|như sau|và|với|cùng với|đồng thời|qua đó|nhờ đó|do đó|đặc biệt|riêng|ngoài ra|song|hiện nay|hiện|đến nay|theo đó|nhất là|kết quả|đến hết năm|trong năm)(?![\p{L}])[\s,:]*/iu,
  /^(?:phấn đấu|hướng tới|đảm bảo|bảo đảm|duy trì|giữ vững|tiếp tục|nâng(?! cấp| cao)|đưa(?! vào)|quyết tâm|kiểm soát|giữ(?! nguyên)|ổn định|ước|dự kiến|yêu cầu|cần|sẽ|đã|để|nhằm|cơ bản|hoàn thành chỉ tiêu|thực hiện chỉ tiêu|chỉ tiêu|mục tiêu|đạt(?! chuẩn| tiêu))(?![\p{L}])[\s,:]*/iu,
  /^(?:đến|tới|trong|vào|từ nay đến)?\s?(?:hết )?tháng \d{1,2}(?:\/| năm )\d{4}[\s,:]*/iu,
  /^(?:(?:tập trung|tiếp tục|quyết liệt)\s)*(?:thúc đẩy|đẩy nhanh|đẩy mạnh)\s(?=tăng trưởng|tốc độ|tỷ lệ|tỉ lệ)/iu,
  /^có\s(?=tổng|vốn|diện tích|công suất|quy mô|tỷ lệ|tỉ lệ|số)/iu,
  /^(?:(?:từ nay |phấn đấu )?đến|vào|trong|cuối|tính đến|giai đoạn|cả|hết|đầu)?\s?(?:hết )?(?:cuối )?(?:giai đoạn|thời kỳ|năm|tháng|quý)\s(?:\d{1,2}\/)?(?:\d{4}|[IVX]{1,3}(?:\s?(?:\/|năm)\s?\d{4})?)(?:\s?[-–]\s?\d{4})?[\s,:]*/iu,
  /^(?:hằng năm|hàng năm|mỗi năm|bình quân hằng năm|bình quân hàng năm|trung bình mỗi năm|bình quân mỗi năm|bình quân(?!\smỗi\s)|cả năm|trong năm|(?:lũy|luỹ) kế(?: \d{1,2} tháng(?: đầu năm)?)?|\d{1,2} tháng đầu năm|tính đến nay|đến nay)(?![\p{L}])[\s,]*/iu,
  /^(?:chỉ |hiện |đã )?(?:mới|chỉ)$/iu,
  /^(?:ước |uớc )?thực hiện(?: cả năm| trong năm)?$/iu,
  /^(?:toàn tỉnh|toàn thành phố|trên địa bàn(?: toàn)?(?: tỉnh| thành phố)?|tỉnh|thành phố)(?:,|\s(?=có|đạt|phấn đấu)|$)\s*/iu,
  /^(?:về\s[^:.;\d]{2,60}:)\s*/iu,
];
const TRAILERS: readonly RegExp[] = [
  /:?\s(?:ước|uớc) thực hiện(?: cả năm)?$/iu,
  /\s(?:ước|uớc)$/iu,
  /(?:\snăm \d{4})?\s(?:được|do)\s[^,;]{4,60}\s(?:giao|phê duyệt|quyết nghị|thông qua)$/iu,
  /\s(?:tính )?đến (?:hết )?ngày \d{1,2}(?:\/| tháng )\d{1,2}(?:(?:\/| năm )\d{4})?$/iu,
  /\s(?:tính )?đến (?:hết )?tháng \d{1,2}(?:(?:\/| năm )\d{4})?$/iu,
  /[\s,;:.\-–—(]+$/,
  /\s(?:cuối năm|đến cuối năm|đầu năm|năm|trong năm|đến năm|vào năm|của năm|đến hết năm|cả năm|năm học|trong giai đoạn|giai đoạn|thời kỳ)\s\d{4}(?:\s?[-–]\s?\d{4})?$/iu,
  /\s(?:hằng năm|hàng năm)$/iu,
  /\s(?:với|theo|để đạt|thực hiện) mục tiêu$/iu,
  /\s(?:được|đã|sẽ|phải|cần|ước|dự kiến|và|với|bình quân đạt)$/iu,
];

export interface CleanName {
  readonly name: string;
  /** `Giảm tỷ lệ …`, `Tăng thêm …`: the verb that stood in front. */
  readonly verb: 'increase' | 'decrease' | null;
}

/** Takes verbs, fillers, numbering and periods off both ends; capitalises. `phấn đấu đến năm 2025 giảm tỷ lệ hộ nghèo` → `Tỷ lệ hộ nghèo`, decrease. */
export function cleanName(words: string): CleanName {
  let text = words.replace(/[\s]+/g, ' ').trim();
  let verb: CleanName['verb'] = null;
  for (let round = 0; round < 8; round++) {
    const before = text;
    for (const filler of FILLERS) text = text.replace(filler, '');
    const headVerb =
      /^(giảm|hạ|kéo giảm|giảm thiểu|tăng|nâng cao)\s(?=tỷ lệ|tỉ lệ|số|mức|tổng|chi|thời gian|tai nạn|tỷ trọng|diện tích|thu|kim ngạch|huy động|ít nhất|tối thiểu)/iu.exec(
        text,
      );
    if (headVerb) {
      verb ??= /^(?:tăng|nâng)/i.test(headVerb[1] as string) ? 'increase' : 'decrease';
      text = text.slice(headVerb[0].length);
    }
    for (const trailer of TRAILERS) text = text.replace(trailer, '');
    if (text === before) break;
  }
  if (text.startsWith('“') && !text.includes('”')) text = text.slice(1).trimStart();
  // Lone closing brackets or an opening one at an end.
  if (!text.includes('(')) text = text.replace(/[\s)]+$/, '');
  const open = text.lastIndexOf('(');
  if (open > 0 && text.indexOf(')', open) < 0) text = text.slice(0, open).trimEnd();
  return { name: capitalise(text), verb };
}

export function capitalise(text: string): string {
  return text.length === 0 ? text : text[0]?.toUpperCase() + text.slice(1);
}

export function uncapitalise(text: string): string {
  // An abbreviation keeps its capitals: `GRDP`, `KCN`.
  if (/^\p{Lu}{2}/u.test(text) || /^\p{Lu}\d/u.test(text)) return text;
  return text.length === 0 ? text : text[0]?.toLowerCase() + text.slice(1);
}

/** `Ngành dịch vụ` under `Tốc độ tăng tổng sản phẩm (GRDP)` → `Tốc độ tăng tổng sản phẩm (GRDP) ngành dịch vụ`. */
export function completeName(name: string, parent: string): string {
  if (parent === '' || name === '') return name === '' ? parent : name;
  const low = name.toLowerCase();
  if (low.startsWith(parent.toLowerCase())) return name;
  // `nước đạt tiêu chuẩn` under `Tỷ lệ … sử dụng nước hợp vệ sinh` takes the place of the words from `nước` on.
  if (/^(?:tỷ lệ|tỉ lệ)/i.test(parent)) {
    const words = low.split(' ');
    for (let take = Math.min(2, words.length); take >= 1; take--) {
      const key = ` ${words.slice(0, take).join(' ')} `;
      const at = `${parent.toLowerCase()} `.lastIndexOf(key);
      if (at > 8) return `${parent.slice(0, at)} ${uncapitalise(name)}`;
    }
  }
  return `${parent} ${uncapitalise(name)}`;
}

/** Words that surely open the name of an indicator in the middle of a sentence. */
const OPENS_NAME =
  /^(?:(?:và|với|có|nhưng|song|đưa|nâng)\s)?(?=(?:tổng (?:giá trị|sản phẩm|thu|chi|mức|vốn|kim ngạch|doanh thu|sản lượng|diện tích|số|đàn|dư nợ|nguồn vốn|lượt|mức đầu tư)|tỷ lệ|tỉ lệ|tốc độ|grdp|gdp|kim ngạch|giá trị|doanh thu|sản lượng|thu nhập|thu ngân sách|chi ngân sách|diện tích|năng suất|chỉ số|tỷ trọng|tỉ trọng|dư nợ|lãi|lợi nhuận|công suất|tăng trưởng|vốn đầu tư|vốn đăng ký|thu hút vốn|giải ngân|số (?:người|hộ|xã|lượng|doanh nghiệp|dự án|lao động|vụ))(?![\p{L}]))/iu;

/** Words behind which a long sentence at last says what is measured: `…, phấn đấu tỷ lệ giải ngân`. */
const COMES_TO =
  /(?<=^|[\s,])(?:phấn đấu|(?<!có |chương trình |quỹ |hỗ trợ )mục tiêu|chỉ tiêu|điều chỉnh|bảo đảm|đảm bảo|dự báo|đã|để nâng|thông qua|quyết nghị)\s+/giu;

/** `Cơ cấu kinh tế chuyển dịch tích cực, tổng giá trị sản phẩm` → `Tổng giá trị sản phẩm`; `Tỷ lệ thu gom, xử lý` stays. */
export function statedPart(name: string): string {
  let depth = 0;
  for (let i = name.length - 1; i > 0; i--) {
    const c = name[i];
    if (c === ')') depth++;
    else if (c === '(') depth--;
    else if ((c === ',' || c === '.') && depth <= 0) {
      const rest = name.slice(i + 1).trimStart();
      const opens = OPENS_NAME.exec(rest);
      if (opens) return capitalise(rest.slice(opens[0].length));
    }
  }
  let from = 0;
  for (const found of name.matchAll(COMES_TO)) {
    const end = found.index + found[0].length;
    if (standsAlone(name.slice(end))) from = end;
  }
  return from > 0 ? capitalise(name.slice(from)) : name;
}

const ATTRIBUTE =
  /\s(?:có|với)\s((?:tổng )?(?:công suất|diện tích(?: kho| sàn| đất)?|quy mô|chiều dài|trữ lượng|mức đầu tư|vốn đầu tư|vốn|kinh phí|sản lượng|doanh thu|số vốn(?: đăng ký)?))$/i;
const MAKING =
  /^(?:(?:việc|tiếp tục|đã|hoàn thành|triển khai|thực hiện|bố trí|khởi công|đầu tư|đưa vào|khai thác|sử dụng|và|xây dựng(?: mới)?|các|hệ thống|nâng cấp|song song|gần)\s)+/iu;

/** `bến cảng tại xã X có công suất` → `Công suất bến cảng tại xã X`. */
export function attributeName(name: string): string {
  const found = ATTRIBUTE.exec(name.slice(-60));
  if (!found) return name;
  const before = name.slice(0, name.length - found[0].length);
  const thing = before
    .slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(';')) + 1)
    .trim()
    .replace(MAKING, '')
    .replace(/^\d+\s/, '');
  return thing === '' ? name : `${capitalise(found[1] as string)} ${uncapitalise(thing)}`;
}
