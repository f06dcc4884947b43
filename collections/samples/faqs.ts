import type { Faq } from '../../payload-types.ts'
import type { Say } from './say.ts'

/** A question with its answer, paragraph by paragraph, in one language. */
export type SampleFaq = { audience: Faq['audience']; question: string; answer: readonly string[] }

const general = (say: Say): Omit<SampleFaq, 'audience'>[] => [
  {
    question: say('Do I need an account to buy?', 'Je, nahitaji akaunti ili kununua?'),
    answer: say(
      [
        'No. Your e-mail and a phone number are enough; the link in our mail opens your order. With an account you find all your orders in one place.',
      ],
      [
        'Hapana. Barua pepe na namba ya simu vinatosha; kiungo kwenye barua pepe yetu hufungua oda yako. Ukiwa na akaunti unapata oda zako zote mahali pamoja.',
      ],
    ),
  },
  {
    question: say('How can I pay?', 'Naweza kulipa vipi?'),
    answer: say(
      ['By mobile money from your phone, or in cash at our counter. You enter your PIN on your phone only; nobody here ever asks for it.'],
      ['Kwa pesa ya simu, au taslimu kaunta kwetu. PIN unaiweka kwenye simu yako tu; hakuna anayekuomba hapa.'],
    ),
  },
  {
    question: say('What if I paid and the order still waits?', 'Nifanye nini nikilipa na oda bado inasubiri?'),
    answer: say(
      [
        'Give it five minutes: we ask your network again and again by ourselves. After that, [write to us](/contact) with the number of the order. No money is lost.',
      ],
      [
        'Subiri dakika tano: sisi wenyewe tunauliza mtandao wako tena na tena. Baada ya hapo [tuandikie](/contact) ukitaja namba ya oda. Hakuna pesa inayopotea.',
      ],
    ),
  },
  {
    question: say('How long does delivery take?', 'Kupelekewa kunachukua muda gani?'),
    answer: say(
      [
        'In Dar es Salaam one working day, elsewhere two to four. The page of your order shows each step.',
        'Fetching it yourself is free, usually within two hours.',
      ],
      [
        'Dar es Salaam siku moja ya kazi, kwingine siku mbili hadi nne. Ukurasa wa oda yako unaonyesha kila hatua.',
        'Kuchukua mwenyewe ni bure, kwa kawaida ndani ya saa mbili.',
      ],
    ),
  },
  {
    question: say('Can I give something back?', 'Naweza kurudisha bidhaa?'),
    answer: say(
      [
        'Within seven days, as it was, with everything that was in the box. What does not work we repair or replace, and for refurbished goods that holds for six months.',
      ],
      [
        'Ndani ya siku saba, kama ilivyokuwa, na kila kilichokuwa kwenye boksi. Kisichofanya kazi tunakitengeneza au kukibadilisha, na kwa vilivyokarabatiwa hilo linadumu miezi sita.',
      ],
    ),
  },
]

const student = (say: Say): Omit<SampleFaq, 'audience'>[] => [
  {
    question: say('Do you write my project for me?', 'Je, mnaniandikia mradi wangu?'),
    answer: say(
      [
        'No. We help you to find a topic, look at your design, read your code and ask the questions of an examiner. It is your work and your name.',
      ],
      [
        'Hapana. Tunakusaidia kupata mada, tunaangalia muundo wako, tunasoma msimbo wako na kuuliza maswali ya msahihishaji. Ni kazi yako na jina lako.',
      ],
    ),
  },
  {
    question: say('What does it cost?', 'Inagharimu kiasi gani?'),
    answer: say(
      ['The first talk is free. A mentor for a semester costs less than a used phone, and you may pay in three parts.'],
      ['Mazungumzo ya kwanza ni bure. Mshauri wa muhula mzima ni chini ya bei ya simu iliyotumika, na unaweza kulipa kwa awamu tatu.'],
    ),
  },
  {
    question: say('When do you meet?', 'Mnakutana lini?'),
    answer: say(
      ['On Saturdays from nine to one at our place, and on two evenings a week online.'],
      ['Jumamosi kuanzia saa tatu hadi saa saba kwetu, na jioni mbili kwa wiki mtandaoni.'],
    ),
  },
  {
    question: say('Can I borrow a device to test on?', 'Naweza kuazima kifaa cha kujaribia?'),
    answer: say(
      ['Yes: phones, tablets, small computers and routers, for a week at a time, against your student card.'],
      ['Ndiyo: simu, kompyuta kibao, kompyuta ndogo na ruta, kwa wiki moja, kwa kuacha kitambulisho cha mwanafunzi.'],
    ),
  },
  {
    question: say('Do I get a certificate for a course?', 'Je, napata cheti cha kozi?'),
    answer: say(
      ['Yes, when you pass its test. Every certificate has a number that an employer can look up.'],
      ['Ndiyo, ukifaulu mtihani wake. Kila cheti kina namba ambayo mwajiri anaweza kuihakiki.'],
    ),
  },
]

const client = (say: Say): Omit<SampleFaq, 'audience'>[] => [
  {
    question: say('How do we begin?', 'Tunaanzaje?'),
    answer: say(
      ['With an hour at your place, free of charge. A week later you have one page: what it will do, what it costs, when it is ready.'],
      [
        'Kwa saa moja kwenu, bila malipo. Wiki moja baadaye unapata ukurasa mmoja: itafanya nini, itagharimu kiasi gani, itakuwa tayari lini.',
      ],
    ),
  },
  {
    question: say('Is the price fixed?', 'Je, bei haibadiliki?'),
    answer: say(
      ['For what stands on that page, yes. What you wish for later gets a price of its own before anybody works on it.'],
      ['Kwa kilichoandikwa kwenye ukurasa huo, ndiyo. Utakachotaka baadaye kinapata bei yake kabla ya mtu kuanza kukifanyia kazi.'],
    ),
  },
  {
    question: say('Whom does the software belong to?', 'Programu ni ya nani?'),
    answer: say(
      ['To you, with its source and its papers. You can go on with us or with anybody else.'],
      ['Ni yako, pamoja na msimbo na nyaraka zake. Unaweza kuendelea nasi au na mwingine yeyote.'],
    ),
  },
  {
    question: say('Who helps once it runs?', 'Nani anasaidia ikishaanza kutumika?'),
    answer: say(
      [
        'A number that somebody answers from Monday to Saturday, and for shops that sell on Sunday then too. The first three months are part of the price.',
      ],
      ['Namba inayojibiwa Jumatatu hadi Jumamosi, na kwa maduka yanayouza Jumapili hata siku hiyo. Miezi mitatu ya kwanza imo kwenye bei.'],
    ),
  },
  {
    question: say('Do you issue invoices with VAT?', 'Mnatoa ankara zenye VAT?'),
    answer: say(
      ['Yes, with our number and yours. Orders of the shop get theirs by mail.'],
      ['Ndiyo, zenye namba yetu na yako. Oda za dukani hupata ankara kwa barua pepe.'],
    ),
  },
]

const project = (say: Say): Omit<SampleFaq, 'audience'>[] => [
  {
    question: say('What kinds of projects do you take on?', 'Mnapokea miradi ya aina gani?'),
    answer: say(
      [
        'Software, websites, networks and the devices that belong to them: for students, for companies and for public houses such as schools and clinics.',
      ],
      ['Programu, tovuti, mitandao na vifaa vyake: kwa wanafunzi, kampuni na taasisi kama shule na zahanati.'],
    ),
  },
  {
    question: say('How long does a project take?', 'Mradi unachukua muda gani?'),
    answer: say(
      ['A site four weeks, a till or a stock system two to three months. You try something every two weeks.'],
      ['Tovuti wiki nne, mfumo wa mauzo au stoo miezi miwili hadi mitatu. Kila wiki mbili unajaribu kitu.'],
    ),
  },
  {
    question: say('How do I see how far it is?', 'Nitaonaje umefikia wapi?'),
    answer: say(
      [
        'Each project has a list of what is done, what comes next and what waits for you. You get it every second Friday, and whenever you ask.',
      ],
      [
        'Kila mradi una orodha ya kilichofanyika, kinachofuata na kinachokusubiri. Unaipata kila Ijumaa ya pili, na wakati wowote ukiuliza.',
      ],
    ),
  },
  {
    question: say('May we stop in between?', 'Tunaweza kusimama katikati?'),
    answer: say(
      ['At the end of every two weeks. You pay for what is there, and you get it.'],
      ['Mwishoni mwa kila wiki mbili. Unalipia kilichopo, na unakipata.'],
    ),
  },
  {
    question: say('Do you sign a confidentiality agreement?', 'Mnasaini makubaliano ya usiri?'),
    answer: say(
      ['Yes, yours or ours, before the first talk if you wish.'],
      ['Ndiyo, yenu au yetu, kabla ya mazungumzo ya kwanza mkitaka.'],
    ),
  },
]

/** The questions of the sample site, in one language. */
export const sampleFaqs = (say: Say): SampleFaq[] => [
  ...general(say).map((entry) => ({ ...entry, audience: 'general' as const })),
  ...student(say).map((entry) => ({ ...entry, audience: 'student' as const })),
  ...client(say).map((entry) => ({ ...entry, audience: 'client' as const })),
  ...project(say).map((entry) => ({ ...entry, audience: 'project' as const })),
]
