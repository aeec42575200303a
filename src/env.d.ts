/// <reference types="astro/client" />

interface ImportMetaEnv {
  /** Folder in which rendered bodies are kept during a build; set in astro.config.mjs. */
  readonly BODY_CACHE: string;
  /** Folder in which picture cards are kept between builds. */
  readonly CARD_CACHE: string;
  /** A digest of all that draws picture cards. */
  readonly CARD_FINGERPRINT: string;
}
