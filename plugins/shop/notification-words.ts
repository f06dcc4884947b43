import type { Locale } from '../../platform/locales.ts'
import type { Wording } from '../../platform/notifications/kind.ts'

/** What people are told of orders; `{number}` is the order's. */
export const orderWords: Record<'placed' | 'paid' | 'toConfirm' | 'ready' | 'shipped' | 'expired', Record<Locale, Wording>> = {
  placed: {
    en: { label: 'New orders', title: 'New order {number}', text: 'Somebody has ordered. The goods are put aside until it is paid.' },
    sw: { label: 'Oda mpya', title: 'Oda mpya {number}', text: 'Mtu ameagiza. Bidhaa zimehifadhiwa hadi zitakapolipwa.' },
    sn: { label: 'Odha itsva', title: 'Odha itsva {number}', text: 'Pane aodha. Zvinhu zvakachengetwa kusvika zvabhadharwa.' },
    nd: { label: 'Ama-oda amatsha', title: 'I-oda entsha {number}', text: 'Ukhona o-odileyo. Impahla igciniwe ize ibhadalwe.' },
  },
  paid: {
    en: {
      label: 'Payments of my orders',
      title: 'Order {number} is paid',
      text: 'Your payment has arrived. We tell you when it is on its way.',
    },
    sw: { label: 'Malipo ya oda zangu', title: 'Oda {number} imelipwa', text: 'Malipo yako yamefika. Tutakujulisha itakapokuwa njiani.' },
    sn: {
      label: 'Mibhadharo yeodha dzangu',
      title: 'Odha {number} yabhadharwa',
      text: 'Muripo wenyu wasvika. Tichakuzivisai kana yava munzira.',
    },
    nd: {
      label: 'Ukubhadalwa kwama-oda ami',
      title: 'I-oda {number} isibhadelwe',
      text: 'Inkokhelo yakho isifikile. Sizakwazisa nxa isisendleleni.',
    },
  },
  toConfirm: {
    en: {
      label: 'Orders to confirm',
      title: 'Order {number} is to be confirmed',
      text: 'The money is in. Confirm the order, so that it is packed.',
    },
    sw: {
      label: 'Oda za kuthibitisha',
      title: 'Oda {number} inasubiri kuthibitishwa',
      text: 'Pesa zimefika. Thibitisha oda ili ifungashwe.',
    },
    sn: { label: 'Odha dzekusimbisa', title: 'Odha {number} inofanira kusimbiswa', text: 'Mari yasvika. Simbisai odha kuti irongedzwe.' },
    nd: {
      label: 'Ama-oda okuqinisekisa',
      title: 'I-oda {number} kumele iqinisekiswe',
      text: 'Imali isifikile. Qinisekisa i-oda ukuze ipakitshwe.',
    },
  },
  ready: {
    en: { label: 'Orders of mine that are ready', title: 'Order {number} is ready', text: 'It is packed and waits for you.' },
    sw: { label: 'Oda zangu zilizo tayari', title: 'Oda {number} iko tayari', text: 'Imefungashwa na inakusubiri.' },
    sn: { label: 'Odha dzangu dzagadzirira', title: 'Odha {number} yagadzirira', text: 'Yarongedzwa uye yakakumirirai.' },
    nd: { label: 'Ama-oda ami asilungile', title: 'I-oda {number} isilungile', text: 'Isipakitshiwe njalo ikulindile.' },
  },
  shipped: {
    en: { label: 'Delivery of my orders', title: 'Order {number} is on its way', text: 'Your order has left our house.' },
    sw: { label: 'Usafirishaji wa oda zangu', title: 'Oda {number} iko njiani', text: 'Oda yako imeondoka kwetu.' },
    sn: { label: 'Kuendeswa kweodha dzangu', title: 'Odha {number} yava munzira', text: 'Odha yenyu yabuda mumba medu.' },
    nd: { label: 'Ukuthunyelwa kwama-oda ami', title: 'I-oda {number} isisendleleni', text: 'I-oda yakho isisukile kithi.' },
  },
  expired: {
    en: {
      label: 'Orders of mine that were not paid',
      title: 'Order {number} was not paid',
      text: 'So it is canceled. You owe nothing; order again whenever you like.',
    },
    sw: {
      label: 'Oda zangu ambazo hazikulipwa',
      title: 'Oda {number} haikulipwa',
      text: 'Kwa hiyo imeghairiwa. Hudaiwi chochote; agiza tena wakati wowote.',
    },
    sn: {
      label: 'Odha dzangu dzisina kubhadharwa',
      title: 'Odha {number} haina kubhadharwa',
      text: 'Saka yakanzurwa. Hamuna chamunokwereta; odhai zvakare chero nguva.',
    },
    nd: {
      label: 'Ama-oda ami angabhadalwanga',
      title: 'I-oda {number} ayibhadalwanga',
      text: 'Ngakho icitshiwe. Akulalutho olukweletayo; oda futhi noma nini.',
    },
  },
}
