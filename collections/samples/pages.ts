import type { Page } from '../../payload-types.ts'
import { written } from './rich-text.ts'
import type { Say } from './say.ts'

/** A page in one language, with the names of the pictures that it shows. */
export type SamplePage = Pick<Page, 'title' | 'summary' | 'blocks'> & { slug: string }

/** The ids of pictures, by their names. */
export type Pictures = Record<string, string>

const home = (say: Say): SamplePage => ({
  slug: 'home',
  title: say('Home', 'Mwanzo'),
  summary: say(
    'Phones, computers and the things around them, paid from your phone; software, training and help from people nearby.',
    'Simu, kompyuta na vifaa vyake, unalipa kwa simu yako; programu, mafunzo na msaada kutoka kwa watu wa karibu.',
  ),
  blocks: [
    {
      blockType: 'hero',
      eyebrow: say('Technology that works where you live', 'Teknolojia inayofanya kazi unapoishi'),
      title: say('Buy what you need. Pay from your phone.', 'Nunua unachohitaji. Lipa kwa simu yako.'),
      text: say(
        'Choose, confirm with your mobile money PIN, and watch your order until it is in your hands.',
        'Chagua, thibitisha kwa PIN ya simu yako, na fuatilia oda yako mpaka iko mikononi mwako.',
      ),
      actions: [
        { label: say('Look around the shop', 'Tembelea duka'), href: '/shop' },
        { label: say('What we do', 'Tunachofanya'), href: '/services' },
      ],
      scene: 'phone',
    },
    { blockType: 'shelves', title: say('Find it by kind', 'Tafuta kwa aina') },
    { blockType: 'products', title: say('New in the shop', 'Vipya dukani'), selection: 'newest', limit: 8 },
    {
      blockType: 'features',
      title: say('Three steps, no card needed', 'Hatua tatu, huhitaji kadi'),
      numbered: true,
      items: [
        {
          icon: 'shopping-bag',
          title: say('Choose', 'Chagua'),
          text: say('Put what you like into the cart. You need no account.', 'Weka unachopenda kwenye kikapu. Huhitaji akaunti.'),
        },
        {
          icon: 'smartphone',
          title: say('Confirm on your phone', 'Thibitisha kwenye simu'),
          text: say(
            'A prompt appears on your phone. Enter your PIN there, never here.',
            'Ombi linatokea kwenye simu yako. Weka PIN hapo, kamwe si hapa.',
          ),
        },
        {
          icon: 'package-check',
          title: say('Receive', 'Pokea'),
          text: say(
            'We deliver, or you fetch it. You see every step as it happens.',
            'Tunakuletea, au unachukua mwenyewe. Unaona kila hatua inapotokea.',
          ),
        },
      ],
    },
    { blockType: 'posts', title: say('From the blog', 'Kutoka kwenye blogu'), limit: 3 },
    {
      blockType: 'banner',
      title: say('Have a project in mind?', 'Una mradi akilini?'),
      text: say(
        'A till for your shop, a site for your school, a final-year project: tell us in a few sentences, and we answer within a working day.',
        'Mfumo wa mauzo dukani, tovuti ya shule, mradi wa mwaka wa mwisho: tueleze kwa sentensi chache, na tunajibu ndani ya siku moja ya kazi.',
      ),
      actions: [{ label: say('Write to us', 'Tuandikie'), href: '/contact' }],
      tone: 'primary',
    },
  ],
})

const about =
  (pictures: Pictures) =>
  (say: Say): SamplePage => ({
    slug: 'about',
    title: say('About us', 'Kuhusu sisi'),
    summary: say(
      'Who we are: a technology house in Dar es Salaam that sells, builds, teaches and repairs.',
      'Sisi ni nani: nyumba ya teknolojia Dar es Salaam inayouza, kujenga, kufundisha na kutengeneza.',
    ),
    blocks: [
      {
        blockType: 'hero',
        eyebrow: say('About us', 'Kuhusu sisi'),
        title: say('A small house with its door open', 'Nyumba ndogo yenye mlango wazi'),
        text: say(
          'We began in 2016 with one workbench in Kariakoo and a promise: whoever buys from us can come back and find somebody who helps.',
          'Tulianza 2016 na meza moja ya kazi Kariakoo na ahadi moja: anayenunua kwetu anaweza kurudi na kumkuta mtu wa kumsaidia.',
        ),
        scene: 'picture',
        picture: pictures.team,
      },
      {
        blockType: 'text',
        title: say('What we believe', 'Tunachoamini'),
        body: written(
          say(
            [
              'Good technology is not what costs most. It is what **still works** when the power comes and goes, when data is dear, and when the person who uses it has five other things to do.',
              'So we test what we sell, we write software that also works offline, and we explain until it is clear. When something breaks, you talk to the people who sold it to you.',
            ],
            [
              'Teknolojia nzuri si ile ya bei kubwa zaidi. Ni ile ambayo **bado inafanya kazi** umeme unapokatika, data inapokuwa ghali, na mtumiaji anapokuwa na mambo mengine matano ya kufanya.',
              'Ndiyo maana tunajaribu tunachouza, tunaandika programu zinazofanya kazi hata bila mtandao, na tunaeleza mpaka ieleweke. Kitu kikiharibika, unazungumza na waliokuuzia.',
            ],
          ),
        ),
      },
      {
        blockType: 'features',
        title: say('What you can count on', 'Unachoweza kutegemea'),
        items: [
          {
            icon: 'shield-check',
            title: say('Prices with everything in them', 'Bei zenye kila kitu ndani'),
            text: say(
              'What you see is what you pay: tax is in it, delivery is said beforehand.',
              'Unachoona ndicho unacholipa: kodi imo ndani, gharama ya kuleta inasemwa mapema.',
            ),
          },
          {
            icon: 'wrench',
            title: say('A workshop behind the shop', 'Karakana nyuma ya duka'),
            text: say(
              'Refurbished means that our own people opened, cleaned and tested it.',
              'Kilichokarabatiwa kimefunguliwa, kusafishwa na kupimwa na watu wetu wenyewe.',
            ),
          },
          {
            icon: 'users',
            title: say('People, not queues', 'Watu, si foleni'),
            text: say(
              'A message is read by somebody who can help, and answered within a working day.',
              'Ujumbe husomwa na mtu anayeweza kusaidia, na hujibiwa ndani ya siku moja ya kazi.',
            ),
          },
        ],
      },
      {
        blockType: 'text',
        title: say('Where we come from', 'Tulikotoka'),
        body: written(
          say(
            [
              'The first customers brought phones to repair. Then shop owners asked for a till that does not lose the day when the network is down, schools asked for a way to teach without a new building, and students asked for somebody who reads their code.',
              'Today we are fourteen people: technicians, developers, two teachers, and colleagues who pack and deliver what you order.',
            ],
            [
              'Wateja wa kwanza walileta simu kutengenezwa. Kisha wenye maduka wakaomba mfumo wa mauzo usiopoteza kazi ya siku mtandao unapokatika, shule zikaomba njia ya kufundisha bila jengo jipya, na wanafunzi wakaomba mtu wa kusoma msimbo wao.',
              'Leo tuko kumi na wanne: mafundi, wasanidi programu, walimu wawili, na wenzetu wanaofunga na kuleta unachoagiza.',
            ],
          ),
        ),
        picture: pictures.market,
      },
      {
        blockType: 'banner',
        title: say('Come by, or write', 'Pita, au andika'),
        text: say('Samora Avenue, Monday to Saturday. The coffee is on us.', 'Samora Avenue, Jumatatu hadi Jumamosi. Kahawa ni juu yetu.'),
        actions: [
          { label: say('How to reach us', 'Jinsi ya kutufikia'), href: '/contact' },
          { label: say('What we do', 'Tunachofanya'), href: '/services' },
        ],
        tone: 'accent',
      },
    ],
  })

const services =
  (pictures: Pictures) =>
  (say: Say): SamplePage => ({
    slug: 'services',
    title: say('Services', 'Huduma'),
    summary: say(
      'Software and websites, student and company projects, training, network and repair: what we do and how we work.',
      'Programu na tovuti, miradi ya wanafunzi na kampuni, mafunzo, mtandao na matengenezo: tunachofanya na jinsi tunavyofanya kazi.',
    ),
    blocks: [
      {
        blockType: 'hero',
        eyebrow: say('Services', 'Huduma'),
        title: say('From the first idea to the day it runs by itself', 'Kutoka wazo la kwanza mpaka siku linajiendesha'),
        text: say(
          'We design, build, connect and teach. You get a plan with a price before we begin, and something to try every two weeks.',
          'Tunabuni, tunajenga, tunaunganisha na tunafundisha. Unapata mpango wenye bei kabla hatujaanza, na kitu cha kujaribu kila wiki mbili.',
        ),
        actions: [{ label: say('Ask for an offer', 'Omba ofa'), href: '/contact' }],
        scene: 'picture',
        picture: pictures.build,
      },
      {
        blockType: 'features',
        title: say('What we do', 'Tunachofanya'),
        items: [
          {
            icon: 'code',
            title: say('Software and websites', 'Programu na tovuti'),
            text: say(
              'Tills, stock, school records, booking: made for slow networks and small phones.',
              'Mauzo, stoo, kumbukumbu za shule, kuhifadhi nafasi: zinafanya kazi kwenye mtandao wa polepole na simu ndogo.',
            ),
          },
          {
            icon: 'lightbulb',
            title: say('Student projects', 'Miradi ya wanafunzi'),
            text: say(
              'A topic that fits, a mentor who reads your code, and a report that you can defend.',
              'Mada inayofaa, mshauri anayesoma msimbo wako, na ripoti unayoweza kuitetea.',
            ),
          },
          {
            icon: 'building',
            title: say('Company projects', 'Miradi ya kampuni'),
            text: say(
              'From the description of the task to the training of your people.',
              'Kutoka maelezo ya kazi mpaka mafunzo ya watu wako.',
            ),
          },
          {
            icon: 'graduation-cap',
            title: say('Training', 'Mafunzo'),
            text: say(
              'Office work, programming, networks; evenings and Saturdays, with a certificate.',
              'Kazi za ofisi, programu, mitandao; jioni na Jumamosi, pamoja na cheti.',
            ),
          },
          {
            icon: 'wifi',
            title: say('Internet and WiFi', 'Intaneti na WiFi'),
            text: say(
              'Hotspots with vouchers for hostels, cafés and markets, looked after from afar.',
              'Hotspot zenye vocha kwa hosteli, migahawa na masoko, zinazosimamiwa kutoka mbali.',
            ),
          },
          {
            icon: 'wrench',
            title: say('Repair', 'Matengenezo'),
            text: say(
              'Screens, batteries, boards. You hear the price before we open anything.',
              'Vioo, betri, bodi. Unasikia bei kabla hatujafungua chochote.',
            ),
          },
        ],
      },
      {
        blockType: 'features',
        title: say('How we work', 'Jinsi tunavyofanya kazi'),
        numbered: true,
        items: [
          {
            icon: 'headset',
            title: say('We listen', 'Tunasikiliza'),
            text: say('An hour with the people who will use it, free of charge.', 'Saa moja na watakaoitumia, bila malipo.'),
          },
          {
            icon: 'badge-check',
            title: say('We agree', 'Tunakubaliana'),
            text: say(
              'One page: what it will do, what it costs, when it is ready.',
              'Ukurasa mmoja: itafanya nini, itagharimu kiasi gani, itakuwa tayari lini.',
            ),
          },
          {
            icon: 'rocket',
            title: say('We build in small steps', 'Tunajenga kwa hatua ndogo'),
            text: say(
              'Every two weeks you try what is there, and say what to change.',
              'Kila wiki mbili unajaribu kilichopo, na unasema nini kibadilike.',
            ),
          },
          {
            icon: 'heart',
            title: say('We stay', 'Tunabaki'),
            text: say('Training, papers, and a number that somebody answers.', 'Mafunzo, nyaraka, na namba inayojibiwa na mtu.'),
          },
        ],
      },
      { blockType: 'faq', title: say('What clients ask', 'Wateja huuliza nini'), audience: 'client' },
      {
        blockType: 'banner',
        title: say('Tell us what should become easier', 'Tuambie nini kiwe rahisi'),
        actions: [{ label: say('Write to us', 'Tuandikie'), href: '/contact' }],
        tone: 'primary',
      },
    ],
  })

const contact = (say: Say): SamplePage => ({
  slug: 'contact',
  title: say('Contact', 'Mawasiliano'),
  summary: say(
    'Write, call or come by: how to reach us, and when we answer.',
    'Andika, piga simu au pita: jinsi ya kutufikia, na tunajibu lini.',
  ),
  blocks: [
    {
      blockType: 'contact-form',
      title: say('How can we help?', 'Tunaweza kusaidiaje?'),
      text: say(
        'A question about an order, a product, a project: write what it is about. If it is about an order, add its number.',
        'Swali kuhusu oda, bidhaa au mradi: andika linahusu nini. Kama linahusu oda, ongeza namba yake.',
      ),
      contacts: true,
    },
    {
      blockType: 'features',
      title: say('Perhaps it is answered already', 'Huenda limeshajibiwa'),
      items: [
        {
          icon: 'book-open',
          title: say('Questions and answers', 'Maswali na majibu'),
          text: say('What most people ask, by who asks.', 'Wengi huuliza nini, kwa makundi.'),
          href: '/faq',
        },
        {
          icon: 'truck',
          title: say('Follow an order', 'Fuatilia oda'),
          text: say('The link in your mail shows every step.', 'Kiungo kwenye barua pepe yako kinaonyesha kila hatua.'),
          href: '/account/orders',
        },
      ],
    },
  ],
})

const faq = (say: Say): SamplePage => ({
  slug: 'faq',
  title: say('Questions and answers', 'Maswali na majibu'),
  summary: say(
    'Answers for buyers, students, clients and project partners.',
    'Majibu kwa wanunuzi, wanafunzi, wateja na washirika wa miradi.',
  ),
  blocks: [
    { blockType: 'faq', title: say('Buying and paying', 'Kununua na kulipa'), audience: 'general' },
    { blockType: 'faq', title: say('For students', 'Kwa wanafunzi'), audience: 'student' },
    { blockType: 'faq', title: say('For clients', 'Kwa wateja wa kampuni'), audience: 'client' },
    { blockType: 'faq', title: say('About projects', 'Kuhusu miradi'), audience: 'project' },
    {
      blockType: 'banner',
      title: say('Not what you were looking for?', 'Sicho ulichokuwa unatafuta?'),
      text: say('Ask us. Good questions end up on this page.', 'Tuulize. Maswali mazuri huishia kwenye ukurasa huu.'),
      actions: [{ label: say('Write to us', 'Tuandikie'), href: '/contact' }],
      tone: 'calm',
    },
  ],
})

/** The pages of the sample site, each as a function of the language. */
export const samplePages = (pictures: Pictures): ((say: Say) => SamplePage)[] => [home, about(pictures), services(pictures), contact, faq]

type Link = { label: Record<'en' | 'sw' | 'sn' | 'nd', string>; href: string }

/** The menus of the sample site. */
export const sampleMenus: Record<'header' | 'footer', Link[]> = {
  header: [
    { label: { en: 'Shop', sw: 'Duka', sn: 'Chitoro', nd: 'Isitolo' }, href: '/shop' },
    { label: { en: 'Services', sw: 'Huduma', sn: 'Mabasa', nd: 'Imisebenzi' }, href: '/services' },
    { label: { en: 'Blog', sw: 'Blogu', sn: 'Bhurogu', nd: 'Ibhulogi' }, href: '/blog' },
    { label: { en: 'About', sw: 'Kuhusu', sn: 'Nezvedu', nd: 'Ngathi' }, href: '/about' },
    { label: { en: 'Contact', sw: 'Mawasiliano', sn: 'Tibatei', nd: 'Sithinte' }, href: '/contact' },
  ],
  footer: [
    { label: { en: 'Questions and answers', sw: 'Maswali na majibu', sn: 'Mibvunzo nemhinduro', nd: 'Imibuzo lempendulo' }, href: '/faq' },
  ],
}

/** What the house says of itself. */
export const sampleTagline = {
  en: 'Technology that works where you live.',
  sw: 'Teknolojia inayofanya kazi unapoishi.',
  sn: 'Tekinoroji inoshanda kwamunogara.',
  nd: 'Ubuchwepheshe obusebenza lapho ohlala khona.',
}

/** When somebody answers. */
export const sampleHours = {
  en: 'Monday to Saturday, 8 to 18',
  sw: 'Jumatatu hadi Jumamosi, saa 2 asubuhi hadi 12 jioni',
  sn: 'Muvhuro kusvika Mugovera, 8 kusvika 18',
  nd: 'NgoMvulo kusiya kuMgqibelo, 8 kusiya ku-18',
}
