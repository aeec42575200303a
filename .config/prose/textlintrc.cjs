/**
 * How the Japanese of `content/` is checked: the preset for technical writing, tuned once to this project's style
 * (CONTRIBUTING.md). Every departure from the preset carries its reason; there are no exceptions inside the notes.
 */
module.exports = {
  plugins: { mdx: { extensions: ['.mdx'] } },
  rules: {
    'preset-ja-technical-writing': {
      // Plain form everywhere, headings and list items included.
      'no-mix-dearu-desumasu': {
        preferInHeader: '',
        preferInBody: 'である',
        preferInList: 'である',
        strict: true,
      },
      // English names count a letter as a character: "Elastic Load Balancing" takes a fifth of the preset's 100.
      'sentence-length': { max: 120 },
      // Lists of names inside a sentence are this subject's daily bread; five commas are the limit, not four.
      'max-ten': { max: 5 },
      // These particles repeat for good reasons: 最初に…に（adverbs）, も…も（parallels）, a subordinate clause's own が.
      // The particles whose repetition does blur a sentence (は、を、の) stay under the rule.
      'no-doubled-joshi': {
        allow: ['に', 'も', 'にも', 'でも', 'ても', 'からも', 'が', 'で', 'て', 'か', 'と'],
      },
      // 最大同時実行数 and 運転免許証番号 are names.
      'max-kanji-continuous-len': { max: 7 },
    },
  },
};
