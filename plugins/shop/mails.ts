import type { Locale } from '../../platform/locales.ts'

/** What a mail to a customer says; `{number}` is the order's, `{reason}` why, `{place}` where, `{until}` how long. */
export type Words = { subject: string; heading: string; paragraphs: readonly string[]; action: string; footnote?: string }

/** The occasions on which a customer hears from the shop. */
export type Occasion = 'placed' | 'paid' | 'ready' | 'shipped' | 'expired' | 'canceled' | 'unfulfillable'

/** The names of the sums below the lines of an order; `{tax}` is called as customers know it, with its rate. */
export const sums: Record<Locale, { shipping: string; tax: string; total: string }> = {
  en: { shipping: 'Delivery', tax: 'of which {tax}', total: 'Total' },
  sw: { shipping: 'Usafirishaji', tax: 'ambayo {tax} ni', total: 'Jumla' },
  sn: { shipping: 'Kuendeswa', tax: '{tax} irimo', total: 'Zvose pamwe chete' },
  nd: { shipping: 'Ukuthunyelwa', tax: 'okuyi-{tax}', total: 'Konke' },
}

/** What customers are told, by occasion and language. */
export const mails: Record<Occasion, Record<Locale, Words>> = {
  placed: {
    en: {
      subject: 'Your order {number}',
      heading: 'Thank you for your order',
      paragraphs: ['We have your order {number}. It is packed once it is paid.'],
      action: 'See the order and pay',
      footnote: 'The link opens your order without a password. Keep it to yourself.',
    },
    sw: {
      subject: 'Oda yako {number}',
      heading: 'Asante kwa oda yako',
      paragraphs: ['Tumepokea oda yako {number}. Itafungashwa mara tu itakapolipwa.'],
      action: 'Angalia oda na ulipe',
      footnote: 'Kiungo hiki hufungua oda yako bila nenosiri. Usimpe mtu mwingine.',
    },
    sn: {
      subject: 'Odha yenyu {number}',
      heading: 'Tinotenda neodha yenyu',
      paragraphs: ['Tagamuchira odha yenyu {number}. Icharongedzwa kana yabhadharwa.'],
      action: 'Onai odha mubhadhare',
      footnote: 'Chinongedzo ichi chinovhura odha yenyu pasina pasiwedhi. Musape mumwe munhu.',
    },
    nd: {
      subject: 'I-oda yakho {number}',
      heading: 'Siyabonga nge-oda yakho',
      paragraphs: ['Sesithole i-oda yakho {number}. Izapakitshwa nxa isibhadelwe.'],
      action: 'Bona i-oda ubhadale',
      footnote: 'Ilinki le ivula i-oda yakho kungelaphasiwedi. Ungayiphi omunye umuntu.',
    },
  },
  paid: {
    en: {
      subject: 'We have your payment for order {number}',
      heading: 'Thank you, it is paid',
      paragraphs: ['Your payment for order {number} has arrived. We write again when it is on its way.'],
      action: 'See the order',
    },
    sw: {
      subject: 'Tumepokea malipo ya oda {number}',
      heading: 'Asante, imelipwa',
      paragraphs: ['Malipo yako ya oda {number} yamefika. Tutakuandikia tena itakapokuwa njiani.'],
      action: 'Angalia oda',
    },
    sn: {
      subject: 'Tagamuchira muripo weodha {number}',
      heading: 'Tinotenda, yabhadharwa',
      paragraphs: ['Muripo wenyu weodha {number} wasvika. Tichakunyorerai zvakare kana yava munzira.'],
      action: 'Onai odha',
    },
    nd: {
      subject: 'Sesithole inkokhelo ye-oda {number}',
      heading: 'Siyabonga, isibhadelwe',
      paragraphs: ['Inkokhelo yakho ye-oda {number} isifikile. Sizakubhalela futhi nxa isisendleleni.'],
      action: 'Bona i-oda',
    },
  },
  ready: {
    en: {
      subject: 'Order {number} is ready',
      heading: 'Ready to be picked up',
      paragraphs: ['Order {number} is packed and waits for you: {place}.'],
      action: 'See the order',
    },
    sw: {
      subject: 'Oda {number} iko tayari',
      heading: 'Tayari kuchukuliwa',
      paragraphs: ['Oda {number} imefungashwa na inakusubiri: {place}.'],
      action: 'Angalia oda',
    },
    sn: {
      subject: 'Odha {number} yagadzirira',
      heading: 'Mava kukwanisa kuitora',
      paragraphs: ['Odha {number} yarongedzwa uye yakakumirirai: {place}.'],
      action: 'Onai odha',
    },
    nd: {
      subject: 'I-oda {number} isilungile',
      heading: 'Usungayithatha',
      paragraphs: ['I-oda {number} isipakitshiwe njalo ikulindile: {place}.'],
      action: 'Bona i-oda',
    },
  },
  shipped: {
    en: {
      subject: 'Order {number} is on its way',
      heading: 'On its way to you',
      paragraphs: ['Order {number} has left our house.'],
      action: 'Follow the order',
    },
    sw: {
      subject: 'Oda {number} iko njiani',
      heading: 'Iko njiani kuja kwako',
      paragraphs: ['Oda {number} imeondoka kwetu.'],
      action: 'Fuatilia oda',
    },
    sn: {
      subject: 'Odha {number} yava munzira',
      heading: 'Yava munzira kuuya kwamuri',
      paragraphs: ['Odha {number} yabuda mumba medu.'],
      action: 'Teverai odha',
    },
    nd: {
      subject: 'I-oda {number} isisendleleni',
      heading: 'Isisendleleni ukuza kuwe',
      paragraphs: ['I-oda {number} isisukile kithi.'],
      action: 'Landela i-oda',
    },
  },
  expired: {
    en: {
      subject: 'Order {number} was not paid',
      heading: 'Your order has ended',
      paragraphs: ['Order {number} was not paid, so it is canceled. You owe nothing. Order again whenever you like.'],
      action: 'See the order',
    },
    sw: {
      subject: 'Oda {number} haikulipwa',
      heading: 'Oda yako imekoma',
      paragraphs: ['Oda {number} haikulipwa, kwa hiyo imeghairiwa. Hudaiwi chochote. Agiza tena wakati wowote.'],
      action: 'Angalia oda',
    },
    sn: {
      subject: 'Odha {number} haina kubhadharwa',
      heading: 'Odha yenyu yapera',
      paragraphs: ['Odha {number} haina kubhadharwa, saka yakanzurwa. Hamuna chamunokwereta. Odhai zvakare chero nguva.'],
      action: 'Onai odha',
    },
    nd: {
      subject: 'I-oda {number} ayibhadalwanga',
      heading: 'I-oda yakho isiphelile',
      paragraphs: ['I-oda {number} ayibhadalwanga, ngakho icitshiwe. Akulalutho olukweletayo. Oda futhi noma nini.'],
      action: 'Bona i-oda',
    },
  },
  canceled: {
    en: {
      subject: 'Order {number} is canceled',
      heading: 'Your order is canceled',
      paragraphs: ['Order {number} is canceled. {reason}', 'What you have paid, if anything, comes back to you.'],
      action: 'See the order',
    },
    sw: {
      subject: 'Oda {number} imeghairiwa',
      heading: 'Oda yako imeghairiwa',
      paragraphs: ['Oda {number} imeghairiwa. {reason}', 'Ulicholipa, kama kipo, kitarudishwa kwako.'],
      action: 'Angalia oda',
    },
    sn: {
      subject: 'Odha {number} yakanzurwa',
      heading: 'Odha yenyu yakanzurwa',
      paragraphs: ['Odha {number} yakanzurwa. {reason}', 'Zvamakabhadhara, kana zviripo, zvichadzorerwa kwamuri.'],
      action: 'Onai odha',
    },
    nd: {
      subject: 'I-oda {number} icitshiwe',
      heading: 'I-oda yakho icitshiwe',
      paragraphs: ['I-oda {number} icitshiwe. {reason}', 'Osukubhadele, nxa kukhona, kuzabuyiselwa kuwe.'],
      action: 'Bona i-oda',
    },
  },
  unfulfillable: {
    en: {
      subject: 'About your payment for order {number}',
      heading: 'Your payment came after the goods were gone',
      paragraphs: [
        'Your money for order {number} has arrived, but too late: what you ordered was no longer kept for you. We are sorry.',
        'Nothing is lost: you get your money back, or the goods as soon as we have them again.',
      ],
      action: 'See the order',
    },
    sw: {
      subject: 'Kuhusu malipo yako ya oda {number}',
      heading: 'Malipo yako yalifika bidhaa zikiwa zimekwisha',
      paragraphs: [
        'Pesa zako za oda {number} zimefika, lakini kwa kuchelewa: ulichoagiza hakikuwa kimehifadhiwa tena. Samahani.',
        'Hakuna kilichopotea: utarudishiwa pesa zako, au utapata bidhaa mara tutakapozipata tena.',
      ],
      action: 'Angalia oda',
    },
    sn: {
      subject: 'Nezvemuripo wenyu weodha {number}',
      heading: 'Muripo wenyu wakasvika zvinhu zvapera',
      paragraphs: [
        'Mari yenyu yeodha {number} yasvika, asi yanonoka: zvamakaodha zvakanga zvisisina kuchengeterwa imi. Tine urombo.',
        'Hapana charasika: muchadzorerwa mari yenyu, kana kuwana zvinhu patinozviwana zvakare.',
      ],
      action: 'Onai odha',
    },
    nd: {
      subject: 'Mayelana lenkokhelo yakho ye-oda {number}',
      heading: 'Inkokhelo yakho ifike impahla isiphelile',
      paragraphs: [
        'Imali yakho ye-oda {number} isifikile, kodwa sekuphuzile: obukuodile bekungasagcinelwanga wena. Siyaxolisa.',
        'Akulalutho olulahlekileyo: uzabuyiselwa imali yakho, kumbe uthole impahla nxa sesiyitholile futhi.',
      ],
      action: 'Bona i-oda',
    },
  },
}
