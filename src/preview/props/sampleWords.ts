/** People of many places, as a list of them would have them. */
export const people: readonly string[] = [
  'Ada Okafor',
  'Jonas Lindqvist',
  'Mei Tanaka',
  'Carlos Mendes',
  'Priya Raman',
  'Sofia Rossi',
  'Tom Becker',
  'Lena Novak',
];

/** What a list of things is made of, by the words that name the list or the thing. */
export const things: readonly { readonly words: RegExp; readonly names: readonly string[] }[] = [
  {
    words: /^(?:products?|items?|goods|articles?|cart|catalog|inventory)$/,
    names: [
      'Oak desk',
      'Reading lamp',
      'Wool blanket',
      'Travel mug',
      'Wall clock',
      'Linen shirt',
      'Garden chair',
      'Tea pot',
    ],
  },
  {
    words: /^(?:compan(?:y|ies)|organi[sz]ations?|vendors?|suppliers?|brands?|clients?)$/,
    names: ['Northwind', 'Blue Harbour', 'Fern & Co', 'Atlas Works', 'Lumen Labs', 'Redwood', 'Kite Studio', 'Orchard'],
  },
  {
    words: /^(?:plans?|tiers?|pricing|subscriptions?)$/,
    names: ['Starter', 'Team', 'Business', 'Enterprise', 'Student', 'Family', 'Trial', 'Lifetime'],
  },
  {
    words: /^(?:tasks?|todos?|issues?|tickets?|cards?)$/,
    names: [
      'Write the brief',
      'Review the draft',
      'Call the printer',
      'Book the room',
      'Send the invoice',
      'Fix the link',
      'Plan the week',
      'Order paper',
    ],
  },
  {
    words: /^(?:countr(?:y|ies)|nations?)$/,
    names: ['Portugal', 'Japan', 'Kenya', 'Canada', 'Norway', 'Chile', 'India', 'Greece'],
  },
  {
    words: /^(?:cit(?:y|ies)|locations?|places?|destinations?)$/,
    names: ['Lisbon', 'Osaka', 'Nairobi', 'Montreal', 'Bergen', 'Valparaíso', 'Pune', 'Athens'],
  },
  {
    words: /^(?:files?|documents?|attachments?|uploads?)$/,
    names: [
      'report.pdf',
      'budget.xlsx',
      'logo.svg',
      'notes.md',
      'contract.docx',
      'photo.jpg',
      'slides.key',
      'data.csv',
    ],
  },
  {
    words: /^(?:series|points?|data|datasets?|bars?|slices?|months?|sales|chart)$/,
    names: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
  },
  {
    words: /^(?:tags?|categor(?:y|ies)|topics?|labels?|keywords?|genres?)$/,
    names: ['Design', 'Research', 'Travel', 'Music', 'Food', 'Science', 'Sport', 'History'],
  },
  {
    words: /^(?:features?|benefits?|includes?|perks?)$/,
    names: [
      'Unlimited projects',
      'Shared calendars',
      'Offline access',
      'Priority support',
      'Own domain',
      'Exports',
      'Audit log',
      'Two-factor sign-in',
    ],
  },
  {
    words: /^(?:tabs?|sections?|steps?|pages?|links?|menus?|navigation|nav|options?|choices?)$/,
    names: ['Overview', 'Details', 'Activity', 'Members', 'Settings', 'Billing', 'Reports', 'Help'],
  },
  {
    words: /^(?:columns?|cols|headers?|fields?)$/,
    names: ['Name', 'Status', 'Date', 'Amount', 'Owner', 'Notes', 'Region', 'Team'],
  },
  {
    words:
      /^(?:us(?:er|ers)|people|persons?|members?|team|authors?|contacts?|customers?|employees?|participants?|assignees?|owners?)$/,
    names: people,
  },
];

/** Things of no kind that is known. */
export const anyThings: readonly string[] = [
  'Spring collection',
  'Harbour view',
  'Weekly report',
  'First steps',
  'Quiet corner',
  'Late summer',
  'Open studio',
  'Field notes',
];

/** Sentences as descriptions have them. */
export const sentences: readonly string[] = [
  'Everything you need to get started, in one place.',
  'Updated this week with three small improvements.',
  'Used by teams of every size to keep track of their work.',
  'A short summary that says what this is about and why it matters.',
  'Simple to set up, and easy to change later.',
  'Works on every device, with or without a connection.',
];

/** Names that are hard on a layout: unbroken, of other scripts, of emoji, with marks. */
export const hardNames: readonly string[] = [
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  '東京都千代田区丸の内一丁目鉄鋼ビルディング管理組合',
  'عبد الرحمن بن محمد الحسيني القرطبي',
  '👩‍👩‍👧‍👦 The Whole Family 🏳️‍🌈 of Many Emoji 🎉🎉🎉',
  'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh of Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
  'Александра Константиновна Преображенская-Рождественская',
  'ที่อยู่อาศัยของสมาชิกผู้มีเกียรติทุกท่าน',
  'Ñandú Çağlayan Ğüneşoğlu Þórðarson Ångström Łukasiewicz',
];

/** A sentence that goes on, with a word that does not break. */
export const longSentence =
  'This sentence goes on for far longer than whoever laid out the page had in mind, names an address that cannot be broken (https://example.com/a/very/long/path/that-never-seems-to-come-to-an-end-however-narrow-the-column), and then adds a second thought that nobody expected, so that it takes several lines even on a wide screen.';
