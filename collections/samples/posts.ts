import type { Part } from './rich-text.ts'
import type { Say } from './say.ts'
import type { PaletteName, SceneName } from './scenes.ts'

/** A post in one language. */
export type SamplePost = {
  slug: string
  title: string
  excerpt: string
  body: readonly Part[]
  category: string
  author: string
  scene: SceneName
  palette: PaletteName
  /** What the picture shows. */
  alt: string
  publishedAt: string
}

/** What posts are about, in one language. */
export const sampleCategories = (say: Say) => [
  {
    slug: 'advice',
    title: say('Advice', 'Ushauri'),
    description: say(
      'What to look at before you buy, and how to keep it working.',
      'Nini cha kuangalia kabla ya kununua, na jinsi ya kutunza.',
    ),
  },
  {
    slug: 'house',
    title: say('From the house', 'Kutoka kwetu'),
    description: say('What changes at our place, and why.', 'Nini kinabadilika kwetu, na kwa nini.'),
  },
  {
    slug: 'learning',
    title: say('Learning', 'Kujifunza'),
    description: say('For students, beginners, and those who teach them.', 'Kwa wanafunzi, wanaoanza, na wanaowafundisha.'),
  },
]

/** Who writes, in one language. */
export const sampleAuthors = (say: Say) => [
  {
    slug: 'rudo-chikwanha',
    name: 'Rudo Chikwanha',
    role: say('Editor', 'Mhariri'),
    bio: say(
      'Rudo asks until she understands, then writes it down for those who have no time to ask.',
      'Rudo huuliza mpaka anaelewa, kisha huandika kwa wasio na muda wa kuuliza.',
    ),
  },
  {
    slug: 'tendai-moyo',
    name: 'Tendai Moyo',
    role: say('Developer', 'Msanidi programu'),
    bio: say(
      'Tendai builds software for shops and reads the code of students on Saturdays.',
      'Tendai hujenga programu za maduka na husoma msimbo wa wanafunzi kila Jumamosi.',
    ),
  },
  {
    slug: 'farai-dube',
    name: 'Farai Dube',
    role: say('Head of the workshop', 'Mkuu wa karakana'),
    bio: say('Farai has repaired phones since they had buttons.', 'Farai anatengeneza simu tangu zilipokuwa na vitufe.'),
  },
]

/** The posts of the sample blog, in one language, the newest first. */
export const samplePosts = (say: Say): SamplePost[] => [
  {
    slug: 'how-paying-from-your-phone-works',
    title: say('How paying from your phone works here', 'Jinsi kulipa kwa simu kunavyofanya kazi hapa'),
    excerpt: say(
      'A prompt, a PIN, a message: what happens between your tap and our packing table, and what to do when it does not arrive.',
      'Ombi, PIN, ujumbe: nini hutokea kati ya kubofya kwako na meza yetu ya kufungasha, na ufanye nini lisipofika.',
    ),
    category: 'advice',
    author: 'rudo-chikwanha',
    scene: 'pay',
    palette: 'morning',
    alt: say('Money goes into a phone, and a parcel comes out', 'Pesa inaingia kwenye simu, na kifurushi kinatoka'),
    publishedAt: '2026-11-12T07:30:00.000Z',
    body: say<readonly Part[]>(
      [
        'You need no card and no account with us. You need a phone with mobile money, and the number of that phone.',
        { h2: 'What you do' },
        {
          ol: [
            'Put what you want into the cart and give your name, your number and where it should go.',
            'Choose your network and press **Pay**.',
            'Your phone asks for your PIN. Read the amount and the name, then enter it **there**.',
            'A moment later your order says that it is paid.',
          ],
        },
        {
          note: 'Nobody of us ever asks for your PIN: not on this site, not by phone, not in the shop. Whoever does is not one of us.',
          tone: 'warning',
        },
        { h2: 'What we do meanwhile' },
        'As soon as you order, the goods are put aside for you. They stay aside while you look for your phone. If you change your mind, nothing happens: after some time they go back on the shelf.',
        'When the network tells us that the money came, treasury checks it, and delivery begins to pack. You get a mail for each step, and the page of your order shows them all.',
        { h2: 'When no prompt appears' },
        {
          ul: [
            'Wait half a minute: on full networks it takes that long.',
            'Look whether the phone shows a message that is still open.',
            'Try again from the page of your order. The same order is never charged twice.',
          ],
        },
        'If money left your account and the order still waits, write to us with the number of the order. We see every message of the networks, also those that came late.',
      ],
      [
        'Huhitaji kadi wala akaunti kwetu. Unahitaji simu yenye huduma ya pesa, na namba ya simu hiyo.',
        { h2: 'Unachofanya' },
        {
          ol: [
            'Weka unachotaka kwenye kikapu, kisha toa jina lako, namba yako na mahali pa kupeleka.',
            'Chagua mtandao wako na ubofye **Lipa**.',
            'Simu yako inaomba PIN. Soma kiasi na jina, kisha iweke **hapo**.',
            'Muda mfupi baadaye oda yako inaonyesha kuwa imelipwa.',
          ],
        },
        {
          note: 'Hakuna hata mmoja wetu anayeomba PIN yako: si kwenye tovuti hii, si kwa simu, si dukani. Anayefanya hivyo si mmoja wetu.',
          tone: 'warning',
        },
        { h2: 'Tunachofanya wakati huo' },
        'Mara unapoagiza, bidhaa zinawekwa kando kwa ajili yako. Zinabaki kando unapotafuta simu yako. Ukibadili mawazo, hakuna kinachotokea: baada ya muda zinarudi kwenye rafu.',
        'Mtandao unapotuambia kuwa pesa imefika, wahasibu wanaihakiki, na wafungashaji wanaanza kazi. Unapata barua pepe kwa kila hatua, na ukurasa wa oda yako unaonyesha zote.',
        { h2: 'Ombi lisipotokea' },
        {
          ul: [
            'Subiri nusu dakika: mtandao ukijaa huchukua muda huo.',
            'Angalia kama simu ina ujumbe ambao bado uko wazi.',
            'Jaribu tena kwenye ukurasa wa oda yako. Oda moja haitozwi mara mbili kamwe.',
          ],
        },
        'Kama pesa imetoka na oda bado inasubiri, tuandikie ukitaja namba ya oda. Tunaona kila ujumbe wa mitandao, hata uliochelewa.',
      ],
    ),
  },
  {
    slug: 'seven-questions-before-a-used-phone',
    title: say('Seven questions before you buy a used phone', 'Maswali saba kabla ya kununua simu iliyotumika'),
    excerpt: say(
      'A used phone can be the best buy of the year, or the worst. Our workshop says what it looks at first.',
      'Simu iliyotumika inaweza kuwa ununuzi bora wa mwaka, au mbaya zaidi. Karakana yetu inaeleza inaanza kuangalia nini.',
    ),
    category: 'advice',
    author: 'farai-dube',
    scene: 'market',
    palette: 'earth',
    alt: say('A market stall with phones on its counter', 'Kibanda cha soko chenye simu kwenye meza'),
    publishedAt: '2026-10-28T06:00:00.000Z',
    body: say<readonly Part[]>(
      [
        'On my table lie ten phones on an ordinary day. Six of them were bought used, and four of those six would not be here if their owners had asked these questions.',
        {
          ol: [
            '**Does it turn on from cold?** A phone that is warm when you get it may have been charged until the last minute.',
            '**How long does the battery hold?** Play a video for ten minutes. More than four per cent gone is too much.',
            '**Is the number the same inside and outside?** Dial *#06# and compare with the box.',
            '**Does every part of the screen answer?** Drag an icon slowly over all of it.',
            '**Do calls sound right on both ends?** Call somebody, also with the loudspeaker.',
            '**Is it free?** Sign out of every account yourself, in front of the seller.',
            '**Who helps when it fails?** A paper with a name and a date is worth a part of the price.',
          ],
        },
        { quote: 'A cheap phone that fails in March was the expensive one.' },
        'What our shop sells as **refurbished** has been through all of this and has a battery that we changed or measured. What it sells as **used** works and shows some wear; the price says so.',
        'See [what is in the shop](/shop), or bring a phone that you think of buying: looking at it costs nothing.',
      ],
      [
        'Mezani kwangu kwa siku ya kawaida kuna simu kumi. Sita kati yake zilinunuliwa zikiwa zimetumika, na nne kati ya hizo sita zisingekuwa hapa kama wenyewe wangeuliza maswali haya.',
        {
          ol: [
            '**Inawaka ikiwa baridi?** Simu yenye joto unapopewa huenda ilichajiwa mpaka dakika ya mwisho.',
            '**Betri inadumu kiasi gani?** Cheza video dakika kumi. Ikipungua zaidi ya asilimia nne, ni nyingi.',
            '**Namba ya ndani na nje inafanana?** Piga *#06# ulinganishe na boksi.',
            '**Kila sehemu ya kioo inaitika?** Buruta ikoni polepole kote.',
            '**Simu inasikika vizuri pande zote?** Mpigie mtu, pia kwa spika.',
            '**Iko huru?** Toa akaunti zote mwenyewe, mbele ya muuzaji.',
            '**Nani atasaidia ikiharibika?** Karatasi yenye jina na tarehe ina thamani yake.',
          ],
        },
        { quote: 'Simu ya bei rahisi inayoharibika Machi ndiyo iliyokuwa ghali.' },
        'Tunachouza kama **kilichokarabatiwa** kimepitia haya yote na kina betri tuliyobadilisha au kuipima. Tunachouza kama **kilichotumika** kinafanya kazi na kina alama za matumizi; bei inaonyesha hivyo.',
        'Angalia [kilichopo dukani](/shop), au leta simu unayofikiria kununua: kuiangalia ni bure.',
      ],
    ),
  },
  {
    slug: 'a-till-that-works-without-network',
    title: say('A till that goes on when the network does not', 'Mfumo wa mauzo unaoendelea mtandao unapokatika'),
    excerpt: say(
      'Three shops, one afternoon without internet, and what we learned about software that has to work anyway.',
      'Maduka matatu, alasiri moja bila intaneti, na tulichojifunza kuhusu programu inayopaswa kufanya kazi hata hivyo.',
    ),
    category: 'house',
    author: 'tendai-moyo',
    scene: 'build',
    palette: 'dusk',
    alt: say('A program on a screen, with a tick', 'Programu kwenye skrini, yenye alama ya tiki'),
    publishedAt: '2026-10-09T08:00:00.000Z',
    body: say<readonly Part[]>(
      [
        'At ten past two a digger cut a cable. Until evening half of the street had no internet, and in the other half it came and went. Three of our customers sold on; one closed.',
        { h2: 'What made the difference' },
        'The fourth shop used a till that asks a server before it prints a receipt. The other three use ours, which writes down every sale on the device first and tells the server when it can.',
        {
          ul: [
            'Each sale has a number of its own from the beginning, so it arrives **once**, however often it is sent.',
            'Prices and stock lie on the device, as they were when it last heard from us. It says when that was.',
            'What cannot be known without network, such as whether a payment by phone arrived, is shown as waiting, never guessed.',
          ],
        },
        { h2: 'What we would do again' },
        'We test with the cable pulled. Not as the last step before delivery, but on the second day. Whoever writes software for our streets should do their first demonstration offline.',
        { note: 'You have a shop and want to see it? Write to us, and we come by with a tablet.', tone: 'success' },
      ],
      [
        'Saa nane na dakika kumi kijiko kilikata kebo. Mpaka jioni nusu ya mtaa haikuwa na intaneti, na nusu nyingine ilikuja na kukatika. Wateja wetu watatu waliendelea kuuza; mmoja alifunga.',
        { h2: 'Kilicholeta tofauti' },
        'Duka la nne lilitumia mfumo unaouliza seva kabla ya kuchapa risiti. Mengine matatu yanatumia wetu, unaoandika kila mauzo kwenye kifaa kwanza na kuiambia seva inapowezekana.',
        {
          ul: [
            'Kila mauzo yana namba yake tangu mwanzo, kwa hiyo yanafika **mara moja** tu, hata yakitumwa mara ngapi.',
            'Bei na stoo ziko kwenye kifaa, kama zilivyokuwa mara ya mwisho. Kinasema ilikuwa lini.',
            'Kisichoweza kujulikana bila mtandao, kama malipo ya simu, kinaonyeshwa kuwa kinasubiri, hakikisiwi kamwe.',
          ],
        },
        { h2: 'Tungefanya nini tena' },
        'Tunajaribu kebo ikiwa imechomolewa. Si kama hatua ya mwisho, bali siku ya pili. Anayeandika programu kwa mitaa yetu afanye onyesho lake la kwanza bila mtandao.',
        { note: 'Una duka na unataka kuuona? Tuandikie, tutapita na kompyuta kibao.', tone: 'success' },
      ],
    ),
  },
  {
    slug: 'choosing-a-final-year-project',
    title: say('How to choose a final-year project that you will finish', 'Jinsi ya kuchagua mradi wa mwaka wa mwisho utakaoumaliza'),
    excerpt: say(
      'Not the largest idea wins, but the one with a person at its end. Five steps from a wish to a topic.',
      'Si wazo kubwa linaloshinda, bali lile lenye mtu mwishoni mwake. Hatua tano kutoka nia mpaka mada.',
    ),
    category: 'learning',
    author: 'tendai-moyo',
    scene: 'study',
    palette: 'leaf',
    alt: say('A laptop with a lesson beside a pile of books', 'Kompyuta yenye somo karibu na rundo la vitabu'),
    publishedAt: '2026-09-21T08:00:00.000Z',
    body: say<readonly Part[]>(
      [
        'Every September the same sentence arrives: “I want to build a system for …”. The word after it is usually too large. Here is how we make it small enough together.',
        {
          ol: [
            '**Find one person** who has the problem today. An uncle with a hardware shop counts.',
            '**Watch for an hour** before you draw anything. Write down what takes long and what goes wrong.',
            '**Choose one sentence**: “Afterwards she knows in the evening what was sold.” That is your topic.',
            '**Leave out** log-in, roles and charts until that sentence is true.',
            '**Show it** to that person every second week. Their face is your best test.',
          ],
        },
        { h2: 'What examiners ask' },
        'They ask why you chose this way and not another, what happens when something fails, and how you know that it works. Keep a page for each of the three from the first day.',
        { h2: 'Where we help' },
        'We read your code on Saturdays, ask the unpleasant questions before the examiner does, and lend you a device to test on. We do not write it for you: it is your name that stands on it.',
        'Questions? Many are [answered already](/faq#student), the others you may [ask](/contact).',
      ],
      [
        'Kila Septemba sentensi ileile hufika: “Nataka kujenga mfumo wa …”. Neno linalofuata kwa kawaida ni kubwa mno. Hivi ndivyo tunavyolifanya dogo pamoja.',
        {
          ol: [
            '**Tafuta mtu mmoja** mwenye tatizo leo. Mjomba mwenye duka la vifaa vya ujenzi anatosha.',
            '**Angalia kwa saa moja** kabla ya kuchora chochote. Andika kinachochukua muda na kinachoharibika.',
            '**Chagua sentensi moja**: “Baadaye atajua jioni kilichouzwa.” Hiyo ndiyo mada yako.',
            '**Acha** kuingia, majukumu na chati mpaka sentensi hiyo iwe kweli.',
            '**Mwonyeshe** mtu huyo kila wiki ya pili. Uso wake ndio jaribio lako bora.',
          ],
        },
        { h2: 'Wasahihishaji huuliza nini' },
        'Huuliza kwa nini ulichagua njia hii na si nyingine, nini hutokea kitu kikishindwa, na unajuaje kuwa inafanya kazi. Weka ukurasa kwa kila moja tangu siku ya kwanza.',
        { h2: 'Tunasaidia wapi' },
        'Tunasoma msimbo wako Jumamosi, tunauliza maswali magumu kabla ya msahihishaji, na tunakuazima kifaa cha kujaribia. Hatukuandikii: ni jina lako lililo juu yake.',
        'Una maswali? Mengi [yameshajibiwa](/faq#student), mengine unaweza [kuuliza](/contact).',
      ],
    ),
  },
  {
    slug: 'we-deliver-to-eleven-towns',
    title: say('We now deliver to eleven towns', 'Sasa tunapeleka miji kumi na moja'),
    excerpt: say(
      'From Tanga to Mbeya: where parcels go, how long they take, and why fetching it yourself stays free.',
      'Kutoka Tanga hadi Mbeya: vifurushi vinaenda wapi, vinachukua muda gani, na kwa nini kuchukua mwenyewe kunabaki bure.',
    ),
    category: 'house',
    author: 'rudo-chikwanha',
    scene: 'deliver',
    palette: 'lagoon',
    alt: say('A rider brings a parcel on a scooter', 'Mwendeshaji anapeleka kifurushi kwa pikipiki'),
    publishedAt: '2026-09-03T06:30:00.000Z',
    body: say<readonly Part[]>(
      [
        'Until summer we delivered in Dar es Salaam and sent everything else by bus, which worked as well as buses do. Now two colleagues do nothing else.',
        {
          ul: [
            '**Dar es Salaam and Pwani:** the same or the next working day.',
            '**Morogoro, Dodoma, Tanga, Zanzibar:** two working days.',
            '**Arusha, Moshi, Iringa, Mbeya, Mwanza:** three to four working days.',
          ],
        },
        'You see each step on the page of your order. Keep your phone at hand on the last day: the rider calls from a number that is in the mail.',
        { h2: 'Fetching it yourself' },
        'Choose **Pick-up** at the checkout. We write as soon as it is ready, and it waits for you for five days. It costs nothing, and you may open the box at the counter.',
      ],
      [
        'Mpaka majira ya joto tulipeleka Dar es Salaam na kutuma vingine vyote kwa basi, ambayo ilifanya kazi kama mabasi yanavyofanya. Sasa wenzetu wawili hawafanyi kingine.',
        {
          ul: [
            '**Dar es Salaam na Pwani:** siku hiyohiyo au siku ya kazi inayofuata.',
            '**Morogoro, Dodoma, Tanga, Zanzibar:** siku mbili za kazi.',
            '**Arusha, Moshi, Iringa, Mbeya, Mwanza:** siku tatu hadi nne za kazi.',
          ],
        },
        'Unaona kila hatua kwenye ukurasa wa oda yako. Kaa karibu na simu siku ya mwisho: mwendeshaji anapiga kwa namba iliyo kwenye barua pepe.',
        { h2: 'Kuchukua mwenyewe' },
        'Chagua **Kuchukua** wakati wa kulipa. Tunaandika mara kikiwa tayari, na kinakusubiri siku tano. Ni bure, na unaweza kufungua boksi hapo hapo.',
      ],
    ),
  },
  {
    slug: 'wifi-for-a-whole-hostel',
    title: say('WiFi for a whole hostel, and who pays for it', 'WiFi kwa hosteli nzima, na nani anailipia'),
    excerpt: say(
      'Eighty rooms, one line, vouchers for an hour or a month: how a hostel in Iringa shares its internet fairly.',
      'Vyumba themanini, laini moja, vocha za saa au mwezi: jinsi hosteli ya Iringa inavyogawana intaneti kwa haki.',
    ),
    category: 'learning',
    author: 'farai-dube',
    scene: 'connect',
    palette: 'morning',
    alt: say('A mast sends to a house and a phone', 'Mnara unatuma kwa nyumba na simu'),
    publishedAt: '2026-08-14T07:00:00.000Z',
    body: say<readonly Part[]>(
      [
        'The hostel had a good line and eighty angry tenants. One person with a film was enough, and nobody else could send a message.',
        { h2: 'Three things, in this order' },
        {
          ol: [
            '**A limit per device**, not per room: nobody gets more than a fair part while others are there.',
            '**Vouchers** for an hour, a day or a month. Whoever uses more pays more, and visitors pay too.',
            '**Access points on every floor**, weaker than you think: strong ones only disturb each other.',
          ],
        },
        'After two months the line paid for itself. The warden sells vouchers at the gate, and from a phone, also when he is not there.',
        { note: 'Planning something like it? Count the devices in the evening, not in the morning.', tone: 'info' },
        'How we go about it stands under [services](/services).',
      ],
      [
        'Hosteli ilikuwa na laini nzuri na wapangaji themanini wenye hasira. Mtu mmoja mwenye filamu alitosha, na mwingine hakuweza hata kutuma ujumbe.',
        { h2: 'Mambo matatu, kwa mpangilio huu' },
        {
          ol: [
            '**Kikomo kwa kila kifaa**, si kwa chumba: hakuna anayepata zaidi ya haki yake wengine wakiwepo.',
            '**Vocha** za saa, siku au mwezi. Anayetumia zaidi analipa zaidi, na wageni pia wanalipa.',
            '**Vituo kila ghorofa**, dhaifu kuliko unavyofikiri: vyenye nguvu husumbuana tu.',
          ],
        },
        'Baada ya miezi miwili laini ilijilipia. Msimamizi anauza vocha getini, na kwa simu, hata asipokuwepo.',
        { note: 'Unapanga kitu kama hiki? Hesabu vifaa jioni, si asubuhi.', tone: 'info' },
        'Jinsi tunavyofanya iko kwenye [huduma](/services).',
      ],
    ),
  },
]
