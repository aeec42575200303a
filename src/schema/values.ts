import { z } from 'zod';

/** Field types that several collections share. */

/** A calendar day. YAML would turn a bare `2026-11-22` into a Date; the reader keeps it a string. */
export const daySchema = z.iso
  .date({ error: '日付は 2026-11-22 のように書きます。' })
  .describe('日付（YYYY-MM-DD）');

/** A link that may leave the site. Only https: nothing else belongs in a knowledge base that is served to teams. */
export const webUrlSchema = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'https:// で始まる URL を書きます。' })
  .describe('https の URL');

/**
 * Characters that hide or turn text around: bidirectional controls, zero-width characters, C0 and C1 controls. Only
 * between two emoji, which it makes one (👩‍💻), does a joiner show.
 */
export const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|(?<!\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?)\u200d|\u200d(?!\p{Extended_Pictographic})/u;

/** One line of text that is shown to readers. */
export const lineSchema = z
  .string()
  .trim()
  .min(1, { error: '空にできません。' })
  .max(200, { error: '200 字以内で書きます。' })
  .regex(/^[^\u0000-\u001f]*$/u, { error: '改行や制御文字は使えません。' })
  .refine((text) => !INVISIBLE.test(text), {
    error: '目に見えない文字や、文の向きを変える文字は使えません。',
  });

/** The longest title of a note, a comparison or a box. */
export const LONGEST_TITLE = 60;

/** Kana (hiragana or katakana), by which Japanese lists are ordered. */
export const readingSchema = z
  .string()
  .regex(/^[ぁ-ゖァ-ヺー・ ]+$/u, { error: '読みはひらがなかカタカナで書きます。' })
  .describe('読み（かな）。五十音順に並べるために使う');

export const questionSchema = lineSchema
  .min(4, { error: '4 字以上で書きます。' })
  .max(40, { error: '40 字以内で書きます。' })
  .regex(/[^。．.？?]$/u, { error: '終わりに句点や疑問符を付けません。' });

/** What a reader would ask in everyday words, when the text that carries it is the answer. */
export const questionsSchema = z
  .array(questionSchema)
  .max(3, { error: '3 つまでにします。' })
  .default([])
  .describe('これが答えになる問い（ふだんの言葉で。「こんなときに」に出て、検索の手がかりになる）');

export const summarySchema = lineSchema.max(120, { error: '120 字以内で書きます。' });
