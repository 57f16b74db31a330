/**
 * Passwords that everybody tries first: the most used ones of the published lists of leaked passwords that are
 * words of any language, and what is used in Viet Nam and in its offices. In the bare form: no tone marks, lower case,
 * no spaces, no digits or signs at either end (the policy takes those off before it looks here). Numbers alone, runs of
 * keys and repetitions are found by rule and do not stand here.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  aaron abc abcd abcdef abigail access account action admin administrator adidas adrian alex alexander alexandra alexis
  alice alliance amanda amazon amber america anderson andrea andrew android angel angela angels animal anthony apple apples
  april arsenal arthur asdf asdfgh asdfghjkl ashley asshole august austin azerty babygirl bailey banana barbara barcelona
  barney baseball basketball batman beautiful beaver bella benjamin bigdog bitch blessed blink blonde booboo boomer
  boston brandon brandy britney broncos brooklyn bubbles buster butterfly cameron campbell captain carlos caroline
  casper charles charlie cheese chelsea chester chicago chicken chocolate chris christian christopher christmas claudia
  coffee college compaq computer contact cookie cooper corvette courtney cowboy cowboys crystal cupcake dakota dallas daniel danielle
  david december default defaultpassword delete demo dennis diablo diamond dolphin domain donald dragon dreams eagles edward elephant
  elizabeth emily eminem enter everton excel extreme facebook falcon family fatima felix ferrari flower flowers football
  forever formula freedom friday friend friends fucker fuckme fuckyou galaxy gandalf garfield gateway george gfhjkm
  ginger giants gmail golden golfer google gordon guest guitar hacker hallo hammer hannah happy hardcore harley heather hello
  helloworld helpme hockey homepage honda horse hotmail hunter iloveu iloveyou internet iphone jackson jackass jaguar jasmine jason
  jennifer jeremy jessica johnny johnson jordan joseph joshua junior justin justinbieber kawasaki killer king
  kitten knight ladybug lakers lauren letmein letmeinnow liberty lifehack lincoln linkedin liverpool login london lovelove lovely loveme
  lover loveyou lucky madison maggie magic manager manchester manchesterunited marina mario marlboro martin master matrix matthew
  maverick maxwell melissa mercedes merlin metallica michael michelle mickey microsoft midnight miller minecraft
  mobile monday money monica monitor monkey monster montana morgan mother mountain muffin mustang mypassword myspace
  naruto natasha nathan network newpassword nicholas nicole nintendo nirvana nothing november october office oliver olivia online
  orange oracle packers pakistan panther paradise parker passport passw passwd password passwords passwordpassword passwort patrick peaches
  peanut pepper phoenix pictures player please pokemon police porsche postgres power prince princess private public purple
  pussy qazwsx qazwsxedc qwer qwert qwerty qwertyui qwertyuiop rabbit rachel raiders rainbow ranger rangers
  rebecca redsox richard robert rocket root rosebud runner russia samantha samsung samuel saturday scooby scorpion secret
  security senha server service shadow shannon sierra silver simple skyline slipknot snoopy soccer spider spiderman
  spongebob starwars steelers stella stephanie student success summer sunday sunflower sunshine superman superstar support
  sweetheart sydney system target taylor teacher temp temporary tennis test testing testtest thomas thunder thursday
  tiger tigers tigger tinkerbell trustme trustno topsecret toyota trinity tuesday turtle twitter user username valentina vanessa
  victor victoria vietnam viking vincent warrior webmaster wednesday welcome welcomeback westside whatever whiskey william willow wilson windows winner
  winston winter wizard wolverine worldcup xbox xxx yahoo yamaha yankees yellow youtube zaqwsx zaqxsw zxcvbn zxcvbnm

  matkhau matkhaumoi matkhaucu matkhaumacdinh matkhaukho matkhaumanh matkhaudangnhap matma dangnhap dangky taikhoan nguoidung quantri
  quantrivien quantrihethong hethong maychu mayvitinh maytinh khongbiet khongco khongnho quenmatkhau quenmatkhauroi doimatkhau
  anhyeuem anhyeuemnhieulam emyeuanh emyeuanhnhieulam yeuem yeuanh yeuthuong yeuthuongemnhieulam tinhyeu tinhban tinhyeucuatoi toiyeuban toiyeuem
  toiyeuvietnam toiyeuhanoi iuanh iuem anhnhoem emnhoanh nhoem nhoanh motdoiyeuem mottinhyeu maiyeuem maimaiyeuem maiyeu chongyeu voyeu
  vochong conyeu conyeucuame conyeucuaba congai contrai bame mebe giadinh giadinhtoi giadinhhanhphuc hanhphuc maimai
  banbe bantot bonmua xuanhathudong muaxuan muaha muathu muadong hoahong hoamai hoadao hoaphuong bonghong xinchao chaoban camon
  khongcogi khongcogiquyhon cogang quyettam thanhcong mayman suckhoe binhan binhyen thudo haiphong hanoi
  hanoiyeu hochiminh bachohochiminh bachomuonnam bacho saigon danang cantho hatinh nghean thanhhoa hungyen thaibinh gialai
  daklak lamdong dongnai quangninh quangtri quangngai ninhbinh namdinh bacninh bacgiang phutho vinhphuc thainguyen caobang
  langson laocai yenbai sonla laichau dienbien tuyenquang hagiang tayninh longan angiang kiengiang camau baclieu soctrang vinhlong
  bentre travinh tiengiang dongthap khanhhoa binhdinh phuyen binhthuan ninhthuan kontum daknong binhduong binhphuoc
  vietnamvodich vietnamquehuongtoi vodich doclap doclaptudo doclaptudohanhphuc tudo hoabinh thongnhat tienlen chienthang dienbienphu
  nguyen nguyenvan nguyenvana nguyenthi nguyenthia tranvan levan phamvan hoangvan tranthi lethi phamthi hoang tuan tuananh minhanh thuha
  quynhanh thanhtung anhtuan hoanganh duyanh huong thuhuong thanhhuong thuytrang ngoctrinh mytam sontung sontungmtp
  ubnd ubndtinh ubndxa ubndhuyen ubndphuong hdnd hdndtinh uybannhandan uybannhandantinh uybannhandanxa hoidongnhandan tinhuy huyenuy danguy dangbo chibo vanphong
  vanphongtinhuy vanphongubnd vanphonguyban sonoivu sotaichinh sokehoach sokehoachdautu soxaydung socongthuong sotuphap soyte sogiaoduc sovanhoa sokhoahoc
  sonongnghiep sotainguyen sothongtin thanhtra thanhtratinh congan congantinh quandoi chinhphu thutuong chutich phochutich giamdoc phogiamdoc
  truongphong phophong chuyenvien canbo congchuc vienchuc lanhdao coquan donvi nhanvien ketoan vanthu hanhchinh nhanuoc chinhquyen dichvucong vneid
  bamsat bamsatkehoach kehoach baocao nghiquyet quyetdinh congvan chitieu nhiemvu
  viettel vinaphone mobifone vnpt zalo facebookcuatoi bongda bongdavietnam lienquan lienquanmobile lienminh lienminhhuyenthoai vothuat
  conmeo concho conga concop conrong rongvang rongxanh bimbim trasua caphe phobo banhmi
  `
    .normalize('NFC')
    .trim()
    .split(/\s+/),
);
